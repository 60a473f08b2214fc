package io.olivo.deploy.command;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.WireException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What one must know of a robot to command it: its run, and how far its clock is from ours. All of
 * it comes by messages; what is malformed is skipped.
 */
final class RobotSeen {
  private final InstantSource clock;
  private @Nullable Description description;
  private @Nullable TelemetryFrame frame; // of the description's shape
  private boolean offline;
  private long offsetMillis; // its clock less ours

  RobotSeen(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void description(Message message) {
    try {
      Description fresh = Description.decode(message.payload());
      description = fresh;
      frame = new TelemetryFrame(fresh);
      notifyAll();
    } catch (WireException malformed) {
      // the one before still holds
    }
  }

  synchronized void state(Message message) {
    try {
      offline = !State.decode(message.payload()).online();
    } catch (WireException malformed) {
      // the one before still holds
    }
  }

  synchronized void telemetry(Message message) {
    TelemetryFrame into = frame;
    try {
      if (into != null) {
        into.decode(message.payload());
        clockIs(into.clockMillis);
      }
    } catch (WireException malformed) {
      // there will be another
    }
  }

  /** Its clock was this just now; 0 if unknown. */
  synchronized void clockIs(long millis) {
    offsetMillis = millis == 0 ? offsetMillis : millis - clock.millis();
  }

  /** What its clock says now [ms since 1970]. */
  synchronized long clockMillis() {
    return clock.millis() + offsetMillis;
  }

  /** Whether it said goodbye, or the broker did for it. */
  synchronized boolean isOffline() {
    return offline;
  }

  /** Its run, as soon as it is known; null after so long. */
  synchronized @Nullable String session(Duration limit) throws InterruptedException {
    long until = System.nanoTime() + limit.toNanos();
    while (description == null) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return null;
      }
      wait(left);
    }
    return description.session();
  }
}
