package io.olivo.controller.loop;

import java.util.ArrayList;
import java.util.List;

/** Beats as a test lists them, 2 ms apart; before each one something may happen. */
public final class Script implements Pacer {
  private record Step(Beat beat, Runnable before) {}

  private static final long DT_NANOS = 2_000_000;

  private final List<Step> steps = new ArrayList<>();
  private final double jitterSeconds;
  private int next;

  /** Of beats that are all equally long. */
  public Script() {
    this(0);
  }

  /**
   * Of beats that are never quite the same.
   *
   * @param jitterSeconds by how much each beat is longer than the one before
   */
  public Script(double jitterSeconds) {
    this.jitterSeconds = jitterSeconds;
  }

  /** One beat. */
  public Script then(Beat beat) {
    return then(beat, () -> {});
  }

  /** One beat, and what happens before it. */
  public Script then(Beat beat, Runnable before) {
    steps.add(new Step(beat, before));
    return this;
  }

  /** Some beats. */
  public Script then(int count, Beat beat) {
    for (int i = 0; i < count; i++) {
      then(beat);
    }
    return this;
  }

  @Override
  public Beat await() {
    if (next == steps.size()) {
      return Beat.END;
    }
    Step step = steps.get(next++);
    step.before.run();
    return step.beat;
  }

  @Override
  public long nowNanos() {
    return next * DT_NANOS;
  }

  @Override
  public double dtSeconds() {
    return DT_NANOS * 1e-9 + next * jitterSeconds;
  }
}
