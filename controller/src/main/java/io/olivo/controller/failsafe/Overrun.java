package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;

/** Late ticks are skipped and counted; too many one after the other stop the robot. */
@HotPath
final class Overrun extends LastingWatch {
  private final double lateSeconds;
  private final int most;
  private int inARow;

  Overrun(double periodSeconds, FailsafeConfig config) {
    lateSeconds = config.latePeriods() * periodSeconds;
    most = config.lateInARow();
  }

  @Override
  boolean isWrong(Tick tick, SampleFrame samples, double dtSeconds) {
    inARow = dtSeconds > lateSeconds ? inARow + 1 : 0;
    return inARow >= most;
  }

  @Override
  Fault fault(Tick tick, SampleFrame samples) {
    return new Fault(
        Trouble.OVERRUN, Fault.Response.STOP, "loop", inARow, most, "late ticks in a row");
  }

  @Override
  public void save(StateWriter out) {
    out.put("failsafe.late", inARow);
  }

  @Override
  public void load(StateReader in) {
    inARow = in.has("failsafe.late") ? (int) in.getDouble("failsafe.late") : 0;
  }
}
