package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/** Time that stands still, runs backwards or leaps: the robot pauses for this tick, begins anew. */
@HotPath
final class ClockJump implements Watch {
  private final double mostSeconds;

  ClockJump(double mostSeconds) {
    this.mostSeconds = mostSeconds;
  }

  @Override
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    return dtSeconds > 0 && dtSeconds <= mostSeconds ? null : fault(dtSeconds);
  }

  private Fault fault(double dtSeconds) {
    return new Fault(
        Trouble.CLOCK_JUMP, Fault.Response.PAUSE, "clock", dtSeconds, mostSeconds, "s");
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}
