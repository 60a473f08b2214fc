package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;

/** Does to a loop, on the loop's own thread, what a {@link Supervisor} did to it in a recording. */
public final class RecordedSupervisor {
  private final Lifeline loop;

  /** Of this loop. */
  public RecordedSupervisor(ControlLoop loop) {
    this.loop = loop.lifeline();
  }

  /** Takes the actuators, until the loop takes them back before its next beat. */
  public void seize(long nowNanos) {
    loop.actuators().seize(nowNanos);
  }

  /** Stops the loop in the middle of a beat. */
  public void stop(Fault why) {
    loop.machine().stop(why);
  }
}
