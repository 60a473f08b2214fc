package io.olivo.deploy.bridge;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.telemetry.Tick;
import java.util.Locale;

/**
 * How a robot does at a moment.
 *
 * @param tick the newest; not to be kept
 * @param state what the loop does
 * @param problem why it can't go on; empty if it can
 * @param error of the skill, in the unit of what it controls
 * @param reconnects of the link since the run began
 */
public record Condition(Tick tick, LoopState state, String problem, double error, long reconnects) {
  /** That of a running loop, asked by any thread. */
  public static Condition of(ControlLoop loop, Tick tick, double error, long reconnects) {
    LoopState state = loop.state();
    Fault reason = loop.reason();
    String problem = reason == null || state.moves() ? "" : reason.text();
    return new Condition(tick, state, problem, error, reconnects);
  }

  /** The state as events name it, such as "safe-stop". */
  public String word() {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
