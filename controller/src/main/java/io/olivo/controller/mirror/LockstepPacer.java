package io.olivo.controller.mirror;

import io.olivo.controller.loop.Pacer;
import io.olivo.controller.wire.Sense;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ticks once for every Sense. When the simulator falls silent it says LOST, again and again, until
 * the simulator comes back: in the same session nothing was lost and the next beat is a TICK; in
 * another one it is RESTARTED.
 */
public final class LockstepPacer implements Pacer {
  private static final long SILENCE_NANOS = Duration.ofMillis(60).toNanos();
  private static final long AGAIN_NANOS = Duration.ofMillis(20).toNanos();
  private static final double NANOS_PER_SECOND = 1e9;

  private final Mailbox<Sense> mailbox;
  private final Announcement announcement;
  private final Sense current;
  private final Lockstep lockstep;
  private final MirrorActuators actuators;
  private final Tally tally;
  private final double nominalSeconds;

  private boolean tickDue; // RESTARTED was said, its tick comes next
  private boolean lost;
  private long untilNanos;
  private double dtSeconds;
  private volatile boolean ended;

  LockstepPacer(
      Mailbox<Sense> mailbox,
      Announcement announcement,
      Sense current,
      Lockstep lockstep,
      MirrorActuators actuators,
      Tally tally) {
    this.mailbox = mailbox;
    this.announcement = announcement;
    this.current = current;
    this.lockstep = lockstep;
    this.actuators = actuators;
    this.tally = tally;
    nominalSeconds = 1 / announcement.agreement().rateHertz();
    dtSeconds = nominalSeconds;
  }

  @Override
  public Beat await() throws InterruptedException {
    actuators.expectSafe();
    if (tickDue && !ended) {
      tickDue = false;
      return tick();
    }
    return next();
  }

  private Beat next() throws InterruptedException {
    untilNanos = System.nanoTime() + (lost ? AGAIN_NANOS : SILENCE_NANOS);
    while (!ended) {
      Sense sense = mailbox.await(untilNanos);
      Beat beat = sense == null ? clock() : judge(sense);
      if (beat != null) {
        return beat;
      }
    }
    return Beat.END;
  }

  private @Nullable Beat clock() {
    if (System.nanoTime() - untilNanos < 0) {
      return null; // woken for nothing
    }
    if (!lost) {
      lost = true;
      tally.lost.addAndGet(current.session.isEmpty() ? 0 : 1); // before the first there is none
    }
    return Beat.LOST;
  }

  private @Nullable Beat judge(Sense sense) {
    switch (lockstep.judge(sense, announcement.session())) {
      case TICK -> {
        take(sense, (sense.timeNanos - current.timeNanos) / NANOS_PER_SECOND);
        return tick();
      }
      case RESTART -> {
        take(sense, nominalSeconds);
        tickDue = true;
        return Beat.RESTARTED;
      }
      case RESEND -> resend();
      case IGNORE -> tally.duplicates.incrementAndGet();
      case REFUSE -> tally.refused.incrementAndGet();
    }
    return null;
  }

  private void take(Sense sense, double sinceLastSeconds) {
    dtSeconds = sinceLastSeconds;
    current.set(sense);
    lost = false;
  }

  /** The simulator is there, only our answer got lost. */
  private void resend() {
    tally.duplicates.incrementAndGet();
    actuators.resend();
    lost = false;
    untilNanos = System.nanoTime() + SILENCE_NANOS;
  }

  private Beat tick() {
    tally.ticks.incrementAndGet();
    actuators.expectAnswer();
    return Beat.TICK;
  }

  @Override
  public long nowNanos() {
    return current.timeNanos;
  }

  @Override
  public double dtSeconds() {
    return dtSeconds;
  }

  /** Ends the run: the next beat is END. Any thread may call it. */
  @Override
  public void close() {
    ended = true;
    mailbox.wake();
  }
}
