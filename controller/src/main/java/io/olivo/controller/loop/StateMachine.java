package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The states of a loop and the only ways between them. Any thread may call; none waits for long.
 *
 * <pre>
 * DISARMED, SAFE_STOP --arm--> ARMED --inputs are good--> RUNNING or FROZEN
 * RUNNING, FROZEN --inputs are missing--> ARMED;   RUNNING &lt;--freeze, unfreeze--> FROZEN
 * ARMED, RUNNING, FROZEN --stop--> SAFE_STOP;      any --disarm--> DISARMED
 * </pre>
 */
public final class StateMachine {
  private volatile LoopState state = LoopState.DISARMED;
  private volatile @Nullable Fault reason;
  private volatile boolean frozen;

  /** Where it is. */
  public LoopState state() {
    return state;
  }

  /** Why it stands still, as long as it does so by a fault. */
  public @Nullable Fault reason() {
    return reason;
  }

  /** From a standstill; goes on as soon as the inputs are good. */
  public synchronized void arm() {
    if (state == LoopState.DISARMED || state == LoopState.SAFE_STOP) {
      enter(LoopState.ARMED, null);
    }
  }

  /** Always possible. */
  public synchronized void disarm() {
    enter(LoopState.DISARMED, null);
  }

  /** Whether it learns nothing whenever it moves. */
  public boolean isFrozen() {
    return frozen;
  }

  /** Whether to learn, now and whenever it moves again. */
  public synchronized void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
    if (state.moves()) {
      enter(moving(), null);
    }
  }

  /** What it waited for is there. */
  public synchronized void inputsAreGood() {
    if (state == LoopState.ARMED) {
      enter(moving(), null);
    }
  }

  /** It has to wait. */
  public synchronized void inputsAreMissing(Fault why) {
    if (state.moves() || state == LoopState.ARMED) {
      enter(LoopState.ARMED, why);
    }
  }

  /** It has to stop; the first reason stays. */
  public synchronized void stop(Fault why) {
    if (state.moves() || state == LoopState.ARMED) {
      enter(LoopState.SAFE_STOP, why);
    }
  }

  private void enter(LoopState next, @Nullable Fault why) {
    reason = why;
    state = next;
  }

  private LoopState moving() {
    return frozen ? LoopState.FROZEN : LoopState.RUNNING;
  }
}
