package io.olivo.deploy.cli;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import org.jspecify.annotations.Nullable;

/** Ends a loop after exactly so many ticks. */
final class TickLimit implements Telemetry {
  private final double ticks;
  private @Nullable ControlLoop loop;

  TickLimit(double ticks) {
    this.ticks = Math.rint(ticks);
  }

  void ends(ControlLoop limited) {
    loop = limited;
  }

  @Override
  public void offer(Tick tick) {
    ControlLoop limited = loop;
    if (limited != null && tick.number >= ticks) {
      limited.stop();
    }
  }
}
