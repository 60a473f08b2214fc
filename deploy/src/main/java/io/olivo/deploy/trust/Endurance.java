package io.olivo.deploy.trust;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.hostile.Soundness;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.trust.EnduranceReport.Mark;
import io.olivo.learning.Chance;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

/**
 * A very long simulated run of a guarded learner in which one short fault follows the other. Stops
 * are armed again a second after the end of the fault. Where arming is refused, such as beyond the
 * end of a rail, somebody comes a minute later and puts the robot back to where it began.
 */
public final class Endurance {
  private static final double ARM_AFTER_SECONDS = 1;
  private static final double PUT_BACK_AFTER_SECONDS = 60;
  private static final double CALM_AFTER_SECONDS = 15;
  private static final double ROOM_SECONDS = 1;

  private final Stage stage;
  private final List<Mishap> mishaps;
  private final double runSeconds;
  private final double markSeconds;
  private final DoubleConsumer progress;
  private final ErrorTrace newest;
  private final ControlLoop loop;
  private final List<Mark> marks = new ArrayList<>();
  private int next; // of the mishaps, not begun yet
  private double squares; // true error, where it was calm
  private long calmTicks;
  private double stoodSince; // robot time
  private long stoodTicks;
  private long putBack;

  /**
   * Puts it together.
   *
   * @param spec the robot file
   * @param seed of everything drawn, what breaks included
   * @param runSeconds robot time
   * @param markSeconds how often it is looked at, such as an hour
   * @param breaks whether anything breaks
   * @param progress is told the robot time, once a robot second [s]
   */
  public Endurance(
      RobotSpec spec,
      long seed,
      double runSeconds,
      double markSeconds,
      boolean breaks,
      DoubleConsumer progress) {
    this.runSeconds = runSeconds;
    this.markSeconds = markSeconds;
    this.progress = progress;
    Parts parts = new Parts(spec);
    mishaps =
        breaks ? Mishap.draw(Promises.of(spec.name()), runSeconds, new Chance(~seed)) : List.of();
    stage =
        new Stage(
            spec,
            mishaps.stream().flatMap(it -> it.scheduled(parts).stream()).toList(),
            seed,
            runSeconds,
            0);
    newest = new ErrorTrace(stage.robot(), stage.dtSeconds(), ROOM_SECONDS);
    loop = stage.loop(newest.and(this::look), UnaryOperator.identity());
  }

  /** Runs to the end. */
  public EnduranceReport run() throws InterruptedException {
    stage.run(loop);
    mark();
    Diary diary = stage.diary();
    return new EnduranceReport(
        runSeconds,
        next,
        diary.pauses(),
        diary.stops(),
        diary.freezes(),
        diary.rollbacks(),
        stage.wire().violations(),
        stoodTicks * stage.dtSeconds(),
        putBack,
        marks);
  }

  private void look(Tick tick) {
    double now = stage.nowSeconds();
    begin(now);
    rearm(now);
    count();
    if (marks.isEmpty() || now >= marks.size() * markSeconds) {
      mark();
    }
    if (tick.number % Math.round(1 / stage.dtSeconds()) == 0) {
      progress.accept(now);
    }
  }

  private void begin(double now) {
    while (next < mishaps.size() && mishaps.get(next).beginSeconds() <= now) {
      if (mishaps.get(next).cause() instanceof Cause.Poisoned it) {
        it.poison().into(stage.learner().acting());
      }
      next++;
    }
  }

  private void rearm(double now) {
    if (loop.state() != LoopState.SAFE_STOP) {
      stoodSince = now;
    } else if (now >= brokenUntil() + ARM_AFTER_SECONDS) {
      help(now);
      loop.order(Order.ARM);
    }
  }

  private void help(double now) {
    if (stage.diary().wasRefused() && now >= stoodSince + PUT_BACK_AFTER_SECONDS) {
      stage.robot().putBack();
      putBack++;
      stoodSince = now;
    }
  }

  /** Robot time until which something was or is broken. */
  private double brokenUntil() {
    return next == 0 ? 0 : mishaps.get(next - 1).endSeconds();
  }

  private void count() {
    boolean stands = !loop.state().moves();
    stoodTicks += stands ? 1 : 0;
    if (stage.nowSeconds() > brokenUntil() + CALM_AFTER_SECONDS) {
      double error = newest.rms(newest.seconds(), newest.seconds() + stage.dtSeconds());
      squares += error * error;
      calmTicks++;
    }
  }

  private void mark() {
    double error = calmTicks == 0 ? Double.NaN : Math.sqrt(squares / calmTicks);
    double largest = Soundness.of(stage.learner().acting()).largestWeight();
    marks.add(new Mark(stage.nowSeconds(), heapBytes(), largest, error));
    squares = 0;
    calmTicks = 0;
  }

  private static long heapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
