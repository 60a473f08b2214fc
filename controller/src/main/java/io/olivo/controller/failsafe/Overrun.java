package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/** Late ticks are skipped and counted; too many one after the other stop the robot. */
@HotPath
final class Overrun implements Watch {
  private final double lateSeconds;
  private final int most;
  private int inARow;
  private @Nullable Fault standing;

  Overrun(double periodSeconds, FailsafeConfig config) {
    lateSeconds = config.latePeriods() * periodSeconds;
    most = config.lateInARow();
  }

  @Override
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    inARow = dtSeconds > lateSeconds ? inARow + 1 : 0;
    if (inARow < most) {
      standing = null;
    } else if (standing == null) {
      standing =
          new Fault(
              Trouble.OVERRUN, Fault.Response.STOP, "loop", inARow, most, "late ticks in a row");
    }
    return standing;
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
