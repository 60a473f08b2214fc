package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/** Looks at every tick for one kind of trouble. Allocates nothing while all is well. */
public interface Watch extends Stateful {
  /**
   * Looks at a tick after its samples were read and before anything is commanded.
   *
   * @param tick its state is of now; desired, command and applied are those of the tick before
   * @param samples what was read
   * @param dtSeconds since the tick before
   * @return what is wrong now, the same instance while it lasts; null when nothing is
   */
  @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds);

  /** The robot rests or begins anew: what was counted while it moved means nothing now. */
  default void rest() {}
}
