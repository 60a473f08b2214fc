package io.olivo.deploy.bench;

import io.olivo.sim.task.CostCase;
import io.olivo.sim.task.PracticeClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What a step of learning from reward costs, task and noise included. Learners and programs beside
 * them take turns in rounds, so that whatever else the machine does hits them all; the best round
 * tells what they can, the median what to expect.
 *
 * @param cases learners here
 * @param beside commands of programs, see {@link Beside}
 * @param rounds how many turns each has
 */
public record CostRace(List<CostCase> cases, List<String> beside, int rounds) {
  private static final long WARM_UP = 20_000; // steps, most of it is compiled then
  private static final long WARM_UP_BESIDE = 300; // steps
  private static final int COUNTS = 5; // of memory
  private static final long COUNTED = 1000; // steps of each
  private static final double TURN = .01; // s

  /**
   * One of them.
   *
   * @param name of learner or command
   * @param task that it learns, or nothing
   * @param bestMicros processor time of a step in its best round [us]
   * @param medianMicros in the median round [us]
   * @param bytesPerStep memory asked for on the heap; NaN for a program beside
   */
  public record Result(
      String name, String task, double bestMicros, double medianMicros, double bytesPerStep) {}

  /** Keeps its own copies. */
  public CostRace {
    cases = List.copyOf(cases);
    beside = List.copyOf(beside);
  }

  @FunctionalInterface
  private interface Steps {
    /** Processor time of so many [s]. */
    double seconds(long steps) throws IOException;
  }

  /** Has its turns. */
  @SuppressWarnings("ArrayRecordComponent") // filled turn by turn; nobody compares two of them
  private record Runner(
      String name, String task, Steps steps, double bytes, long perTurn, double[] micros) {
    void turn(int round) throws IOException {
      micros[round] = steps.seconds(perTurn) * 1e6 / perTurn;
    }

    Result result() {
      Arrays.sort(micros);
      return new Result(name, task, micros[0], micros[micros.length / 2], bytes);
    }
  }

  /**
   * Runs it.
   *
   * @param seed of the learners
   * @param done told how many rounds are done
   * @throws IOException when a program beside can't be timed
   */
  public List<Result> run(long seed, IntConsumer done) throws IOException {
    List<Beside> programs = new ArrayList<>();
    try {
      List<Runner> others = new ArrayList<>(); // first: one that can't be timed is told at once
      for (String command : beside) {
        Beside program = new Beside(command);
        programs.add(program);
        others.add(
            runner(command, "", program::seconds, Double.NaN, program.seconds(WARM_UP_BESIDE)));
      }
      List<Runner> runners = new ArrayList<>();
      for (CostCase one : cases) {
        runners.add(runner(one, one.clock(seed)));
      }
      runners.addAll(others);
      for (int round = 0; round < rounds; round++) {
        for (Runner runner : runners) {
          runner.turn(round);
        }
        done.accept(round + 1);
      }
      return runners.stream().map(Runner::result).toList();
    } finally {
      programs.forEach(Beside::close);
    }
  }

  private Runner runner(CostCase one, PracticeClock clock) throws IOException {
    clock.seconds(WARM_UP);
    double bytes = Double.MAX_VALUE; // the least of a few: compiling asks for some now and then
    for (int count = 0; count < COUNTS; count++) {
      bytes = Math.min(bytes, clock.bytesPerStep(COUNTED));
    }
    return runner(one.title(), one.task(), clock::seconds, bytes, clock.seconds(WARM_UP_BESIDE));
  }

  /** Its turns are so long that reading the clock does not count. */
  private Runner runner(String name, String task, Steps steps, double bytes, double seconds) {
    long perTurn = Math.max(1, Math.round(TURN * WARM_UP_BESIDE / Math.max(seconds, 1e-9)));
    return new Runner(name, task, steps, bytes, perTurn, new double[rounds]);
  }
}
