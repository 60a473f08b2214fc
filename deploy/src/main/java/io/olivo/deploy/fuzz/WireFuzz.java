package io.olivo.deploy.fuzz;

import io.olivo.controller.link.LocalLink;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.Adjustment;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.bench.CommandedRobot;
import io.olivo.deploy.command.Operator;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sim.io.SimulatedRobot;
import io.olivo.sim.mirror.MirrorHost;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Puts mutated messages through what a link calls when messages come: its subscriptions, and behind
 * them the door and the loop of a robot that runs, both ends of a mirror, an operator, and all who
 * hear messages beside them ({@link Target}). Nothing may be thrown, by a link or by a thread; the
 * loop may be told nothing by a message that the {@link Oracle} does not allow, nor may others be
 * changed by one that is not valid; and memory must not grow.
 */
public final class WireFuzz {
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final int HEAP_LOOKS = 10;
  private static final long HEAP_FROM = 100_000; // inputs; a short run says nothing of memory
  private static final String SESSION = "s1";

  /**
   * What was seen.
   *
   * @param inputs messages
   * @param handlerExceptions thrown by a handler, caught by the link
   * @param escaped thrown out of the link
   * @param admitted commands that were let in
   * @param refused commands that were not
   * @param wronglyAdmitted of those let in, what the oracle does not allow
   * @param loopChanges orders and adjustments that the loop was told
   * @param unexplainedChanges how many of them no admitted command explains
   * @param deadThreads threads that an exception has ended
   * @param found what became of messages for others than the loop
   * @param seconds of wall clock
   * @param heapMegabytes after garbage collection, at equal distances [MB]; none of a short run
   */
  public record Seen(
      long inputs,
      long handlerExceptions,
      long escaped,
      long admitted,
      long refused,
      long wronglyAdmitted,
      long loopChanges,
      long unexplainedChanges,
      long deadThreads,
      List<Found> found,
      double seconds,
      List<Double> heapMegabytes) {}

  private final RobotSpec spec;
  private final Path folder;
  private final Random chance;
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong deadThreads = new AtomicLong();

  /**
   * @param spec the robot file
   * @param folder for snapshots of the robot
   * @param seed of everything drawn
   */
  public WireFuzz(RobotSpec spec, Path folder, long seed) {
    this.spec = spec;
    this.folder = folder;
    chance = new Random(seed);
  }

  /**
   * Runs.
   *
   * @param progress hears how many inputs there were, now and then
   */
  public Seen run(long inputs, LongConsumer progress) throws Exception {
    Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, died) -> deadThreads.incrementAndGet());
    try {
      return build(inputs, progress);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(usual);
    }
  }

  private Seen build(long inputs, LongConsumer progress) throws Exception {
    Topics topics = new Topics("fuzzed");
    LocalLink link = new LocalLink();
    SimulatedRobot plant = new SimWiring(new Wiring(spec)).robot(Seeds.of(1), List.of());
    MirrorHost host = host(link, topics, plant);
    Thread playing = Thread.ofPlatform().daemon().name("olivo-fuzz-sim").start(() -> play(host));
    MirrorEndpoint mirror =
        MirrorEndpoint.open(
            link,
            topics,
            spec.sensors(),
            new Wiring(spec).actuatorChannels(),
            spec.loop().rateHertz(),
            WAIT);
    new Operator(link, topics, Specimens.CLIENT, InstantSource.system());
    try (host;
        Targets targets = new Targets(link, topics, chance, folder);
        CommandedRobot robot =
            new CommandedRobot(spec, link, topics, SESSION, folder, new Changes())) {
      Specimens specimens = new Specimens(topics, mirror.simulator(), chance);
      Oracle oracle = new Oracle(topics.robot(), SESSION);
      return run(link, robot, targets, specimens, oracle, inputs, progress);
    } finally {
      playing.join(WAIT);
    }
  }

  private MirrorHost host(LocalLink link, Topics topics, SimulatedRobot plant) {
    return new MirrorHost(
        link, topics, plant, plant.actuators(), plant, spec.loop().rateHertz(), SESSION);
  }

  private static void play(MirrorHost host) {
    try {
      host.run();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private Seen run(
      LocalLink link,
      CommandedRobot robot,
      Targets targets,
      Specimens specimens,
      Oracle oracle,
      long inputs,
      LongConsumer progress)
      throws Exception {
    Mutator mutator = new Mutator(chance);
    List<Double> heap = new ArrayList<>();
    long escaped = 0;
    long wrong = 0;
    long began = System.nanoTime();
    for (long i = 0; i < inputs; i++) {
      if (inputs >= HEAP_FROM && i % (inputs / HEAP_LOOKS) == 0) {
        heap.add(heapMegabytes());
        progress.accept(i);
      }
      long now = System.currentTimeMillis();
      Message message =
          mutator.mutate(chance.nextBoolean() ? specimens.next(now) : targets.next(now));
      long before = robot.service().counters().admitted();
      escaped += escapes(link, message) ? 1 : 0;
      targets.look(message);
      boolean letIn = robot.service().counters().admitted() > before;
      wrong += letIn && !oracle.allows(message, now) ? 1 : 0;
    }
    double seconds = (System.nanoTime() - began) * 1e-9;
    settle(robot);
    List<Found> found = targets.found();
    if (inputs >= HEAP_FROM) {
      heap.add(heapMegabytes());
    }
    long admitted = robot.service().counters().admitted();
    return new Seen(
        inputs,
        link.counters().handlerFaults(),
        escaped,
        admitted,
        robot.service().counters().refused(),
        wrong,
        changes.get(),
        Math.max(0, changes.get() - admitted),
        deadThreads.get(),
        found,
        seconds,
        heap);
  }

  private static boolean escapes(LocalLink link, Message message) {
    try {
      link.publish(message);
      return false;
    } catch (RuntimeException | Error thrown) {
      return true;
    }
  }

  /** What was let in last is obeyed within a few beats. */
  private static void settle(CommandedRobot robot) throws InterruptedException {
    long until = robot.loop().ticks() + 50;
    while (robot.loop().ticks() < until) {
      Thread.sleep(1);
    }
  }

  private static double heapMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** Counts all that came to the loop from outside. */
  private final class Changes implements CommandedRobot.Surroundings {
    @Override
    public void ordered(long nowNanos, int orders) {
      changes.incrementAndGet(); // several orders of one beat count once
    }

    @Override
    public void adjusted(long nowNanos, Adjustment adjustment) {
      changes.incrementAndGet();
    }
  }
}
