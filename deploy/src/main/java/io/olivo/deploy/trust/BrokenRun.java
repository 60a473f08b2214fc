package io.olivo.deploy.trust;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.robot.RobotSpec;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One simulated run with a guarded learner in which one thing breaks. When it stops, it is armed
 * again a second after the end of the fault.
 */
public final class BrokenRun {
  /** Robot time at which things break: learning has settled. */
  public static final double AT_SECONDS = 40;

  /**
   * The recovery is judged from so long after the end of the fault, or after arming again: a
   * reference that begins anew is held for 3 s, and what was unlearned comes back in about ten.
   */
  public static final double SETTLE_SECONDS = 20;

  /** And over so long: over 20 s, sound runs of a cart differ by up to a factor of 3. */
  public static final double JUDGED_SECONDS = 60;

  private static final double ARM_AFTER_SECONDS = 1;

  private final @Nullable Cause cause;
  private final double endSeconds; // of the fault
  private final Stage stage;
  private final StuckWitness stuck;
  private final ErrorTrace errors;
  private final ControlLoop loop;
  private double safeSeconds = Double.NaN;
  private double frozenSeconds = Double.NaN;
  private double backSeconds = Double.NaN;
  private double armedSeconds = Double.NaN;
  private boolean begun; // what the cause does once

  /**
   * Puts a run together.
   *
   * @param spec the robot file
   * @param cause what breaks; null for nothing
   * @param forSeconds for how long
   * @param seed of everything drawn
   * @param around changes the loop's parts, to try other failsafes
   */
  public BrokenRun(
      RobotSpec spec,
      @Nullable Cause cause,
      double forSeconds,
      long seed,
      UnaryOperator<LoopParts> around) {
    this.cause = cause;
    endSeconds = AT_SECONDS + forSeconds;
    double whole = endSeconds + ARM_AFTER_SECONDS + SETTLE_SECONDS + JUDGED_SECONDS;
    Parts parts = new Parts(spec);
    stage =
        new Stage(spec, parts.scheduled(cause, AT_SECONDS, forSeconds), seed, whole, AT_SECONDS);
    stuck = parts.stuck(AT_SECONDS, stage.dtSeconds());
    errors = new ErrorTrace(stage.robot(), stage.dtSeconds(), whole);
    loop = stage.loop(errors.and(this::look), around);
  }

  /** Runs to the end. */
  public Observed run() throws InterruptedException {
    stage.run(loop);
    Diary diary = stage.diary();
    return new Observed(
        diary.pauses(),
        diary.stops(),
        diary.first(),
        diary.troubles(),
        diary.freezes(),
        diary.rollbacks(),
        frozenSeconds,
        backSeconds,
        stage.wire().violations(),
        safeSeconds,
        stuck.seconds(),
        errors,
        endSeconds,
        armedSeconds);
  }

  private void look(Tick tick) {
    double now = stage.nowSeconds();
    stuck.look(tick, now);
    if (now >= AT_SECONDS) {
      lookAtTheWire(now);
      lookAtTheGuard(now);
      begin();
    }
    if (isToBeArmed(now)) {
      loop.order(Order.ARM);
      armedSeconds = Double.isNaN(armedSeconds) ? now : armedSeconds;
    }
  }

  private boolean isToBeArmed(double now) {
    return switch (loop.state()) {
      case SAFE_STOP -> now >= endSeconds + ARM_AFTER_SECONDS;
      case DISARMED -> cause instanceof Cause.Restarted && now >= endSeconds;
      default -> false;
    };
  }

  private void lookAtTheWire(double now) {
    if (stage.wire().isSafe() && Double.isNaN(safeSeconds)) {
      safeSeconds = now;
    }
  }

  private void lookAtTheGuard(double now) {
    Diary diary = stage.diary();
    boolean back = diary.rollbacks() > 0;
    frozenSeconds =
        Double.isNaN(frozenSeconds) && (back || diary.freezes() > 0) ? now : frozenSeconds;
    backSeconds = Double.isNaN(backSeconds) && back ? now : backSeconds;
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    switch (cause) {
      case Cause.Poisoned it -> it.poison().into(stage.learner().acting());
      case Cause.Restarted _ -> loop.order(Order.DISARM);
      case Cause.Broken _ -> {} // scheduled
      case null -> {}
    }
  }
}
