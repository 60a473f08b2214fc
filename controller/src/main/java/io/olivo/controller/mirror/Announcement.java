package io.olivo.controller.mirror;

import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.WireException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The simulator that described itself last. Only a session that is announced here, by a description
 * that agrees with the controller's robot, may take the mirror over.
 */
final class Announcement {
  private final Agreement agreement;
  private @Nullable Description first;
  private @Nullable MirrorMismatchException mismatch;
  private volatile String session = "";

  Announcement(Agreement agreement) {
    this.agreement = agreement;
  }

  Agreement agreement() {
    return agreement;
  }

  /** The session that may begin; empty when there is none. */
  String session() {
    return session;
  }

  /** Takes a description; an empty one says that the simulator left. */
  synchronized void receive(byte[] payload) {
    if (payload.length == 0) {
      return;
    }
    try {
      take(Description.decode(payload));
    } catch (WireException e) {
      mismatch = new MirrorMismatchException("the simulator's description: " + e.getMessage());
    } catch (MirrorMismatchException e) {
      mismatch = e;
    }
    notifyAll();
  }

  private void take(Description description) throws MirrorMismatchException {
    agreement.check(description);
    if (first == null) {
      first = description;
    }
    if (first.truthSize() == description.truthSize()) { // the loop's arrays keep their size
      session = description.session();
    }
  }

  /** Waits for the first simulator that agrees. */
  synchronized Description first(Duration wait)
      throws NoSimulatorException, MirrorMismatchException, InterruptedException {
    long untilNanos = System.nanoTime() + wait.toNanos();
    while (first == null) {
      if (mismatch != null) {
        throw mismatch;
      }
      long leftMillis = (untilNanos - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new NoSimulatorException(agreement.robot(), wait);
      }
      wait(leftMillis);
    }
    return first;
  }
}
