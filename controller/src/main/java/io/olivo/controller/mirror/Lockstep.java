package io.olivo.controller.mirror;

import io.olivo.controller.wire.Sense;

/**
 * Decides what a Sense means, from what came before. Pure: it knows no thread, clock or link.
 *
 * <table>
 *   <caption>rules</caption>
 *   <tr><td>the session in progress, next seq</td><td>TICK</td></tr>
 *   <tr><td>the same with reset, another episode, a gap in seq or time not later</td><td>RESTART, then a tick</td></tr>
 *   <tr><td>the seq answered last</td><td>RESEND the same Act</td></tr>
 *   <tr><td>the seq being answered</td><td>IGNORE</td></tr>
 *   <tr><td>an older seq, or a session that is not announced</td><td>REFUSE</td></tr>
 *   <tr><td>another session, announced by its description</td><td>RESTART, then a tick</td></tr>
 * </table>
 */
final class Lockstep {
  /** What to do with a Sense. */
  enum Verdict {
    TICK,
    RESTART,
    RESEND,
    IGNORE,
    REFUSE
  }

  private String session = ""; // no id: none in progress
  private long seq; // of the last Sense accepted
  private long episode;
  private long timeNanos;
  private boolean answered; // whether the Act of seq was sent

  Verdict judge(Sense sense, String announcedSession) {
    if (!sense.session.equals(session)) {
      return sense.session.equals(announcedSession) ? accept(sense, true) : Verdict.REFUSE;
    }
    if (sense.seq == seq) {
      return answered ? Verdict.RESEND : Verdict.IGNORE;
    }
    if (sense.seq < seq) {
      return Verdict.REFUSE;
    }
    boolean gap = sense.seq != seq + 1; // another controller drove meanwhile
    boolean back = sense.timeNanos <= timeNanos; // dt would not be positive
    return accept(sense, gap || back || sense.reset || sense.episode != episode);
  }

  /** The Act for the Sense accepted last is on its way. */
  void answered() {
    answered = true;
  }

  private Verdict accept(Sense sense, boolean broken) {
    session = sense.session;
    seq = sense.seq;
    episode = sense.episode;
    timeNanos = sense.timeNanos;
    answered = false;
    return broken ? Verdict.RESTART : Verdict.TICK;
  }
}
