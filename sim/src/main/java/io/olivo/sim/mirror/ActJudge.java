package io.olivo.sim.mirror;

import io.olivo.controller.wire.Act;
import java.util.concurrent.atomic.AtomicLong;

/** Lets through the one Act that answers a Sense, and counts all others. */
final class ActJudge {
  private final String session;
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong safe = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  ActJudge(String session) {
    this.session = session;
  }

  /** Whether this is the answer to the Sense of that seq. */
  boolean answers(Act act, long seq) {
    if (!act.session.equals(session)) {
      return count(refused);
    }
    if (act.safe) {
      return count(safe);
    }
    if (act.seq != seq) {
      return count(act.seq < seq ? duplicates : refused);
    }
    return !count(steps);
  }

  /** Counts a message that could not even be judged. */
  void refuse() {
    count(refused);
  }

  HostCounters counters(long resent) {
    return new HostCounters(steps.get(), resent, safe.get(), duplicates.get(), refused.get());
  }

  private static boolean count(AtomicLong counter) {
    counter.incrementAndGet();
    return false;
  }
}
