package io.olivo.controller.mirror;

import static io.olivo.controller.mirror.Lockstep.Verdict.IGNORE;
import static io.olivo.controller.mirror.Lockstep.Verdict.REFUSE;
import static io.olivo.controller.mirror.Lockstep.Verdict.RESEND;
import static io.olivo.controller.mirror.Lockstep.Verdict.RESTART;
import static io.olivo.controller.mirror.Lockstep.Verdict.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.controller.wire.Sense;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockstepTest {
  private static final long PERIOD_NANOS = 2_000_000;

  private final Lockstep lockstep = new Lockstep();

  private static Sense sense(String session, long seq) {
    Sense sense = new Sense(1, 0);
    sense.session = session;
    sense.seq = seq;
    sense.timeNanos = seq * PERIOD_NANOS;
    return sense;
  }

  private Lockstep.Verdict judge(String session, long seq) {
    return lockstep.judge(sense(session, seq), "a");
  }

  @BeforeEach
  void firstTickIsAnswered() {
    assertEquals(RESTART, judge("a", 5)); // a controller may join in the middle of a session
    lockstep.answered();
  }

  @Test
  void nextSeqIsATick() {
    assertEquals(TICK, judge("a", 6));
  }

  @Test
  void answeredSeqIsAnsweredAgainWithoutATick() {
    assertEquals(RESEND, judge("a", 5));
    assertEquals(RESEND, judge("a", 5));
    assertEquals(TICK, judge("a", 6));
  }

  @Test
  void seqBeingAnsweredIsIgnored() {
    judge("a", 6);
    assertEquals(IGNORE, judge("a", 6));
  }

  @Test
  void oldSeqIsRefused() {
    assertEquals(REFUSE, judge("a", 4));
  }

  @Test
  void sessionThatIsNotAnnouncedIsRefused() {
    assertEquals(REFUSE, judge("b", 6));
    assertEquals(TICK, judge("a", 6));
  }

  @Test
  void announcedSessionBeginsAnewAndTheOldOneIsRefused() {
    assertEquals(RESTART, lockstep.judge(sense("b", 0), "b"));
    assertEquals(REFUSE, lockstep.judge(sense("a", 6), "b"));
    assertEquals(TICK, lockstep.judge(sense("b", 1), "b"));
  }

  @Test
  void resetAndAnotherEpisodeBreakContinuity() {
    Sense reset = sense("a", 6);
    reset.reset = true;
    assertEquals(RESTART, lockstep.judge(reset, "a"));
    Sense episode = sense("a", 7);
    episode.episode = 1;
    assertEquals(RESTART, lockstep.judge(episode, "a"));
  }

  @Test
  void gapAndTimeThatStandsStillBreakContinuity() {
    assertEquals(RESTART, judge("a", 8));
    Sense still = sense("a", 9);
    still.timeNanos = 8 * PERIOD_NANOS;
    assertEquals(RESTART, lockstep.judge(still, "a"));
  }
}
