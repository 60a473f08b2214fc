package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/** A watch with one kind of fault, which is made when it begins and told while it lasts. */
@HotPath
abstract class LastingWatch implements Watch {
  private @Nullable Fault standing;

  @Override
  public final @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    if (!isWrong(tick, samples, dtSeconds)) {
      standing = null;
    } else if (standing == null) {
      standing = fault(tick, samples);
    }
    return standing;
  }

  /** Looks at a tick; called once for each. */
  abstract boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds);

  /** What is wrong, with its numbers. */
  abstract Fault fault(Tick tick, SampleFrame samples);
}
