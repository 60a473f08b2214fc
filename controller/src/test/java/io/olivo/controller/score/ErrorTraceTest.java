package io.olivo.controller.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.telemetry.Tick;
import org.junit.jupiter.api.Test;

class ErrorTraceTest {
  private static final double DT = .002;

  private final double[] truth = new double[2];
  private final GroundTruth robot =
      new GroundTruth() {
        @Override
        public int size() {
          return truth.length;
        }

        @Override
        public void truth(double[] out) {
          System.arraycopy(truth, 0, out, 0, out.length);
        }
      };
  private final ErrorTrace trace = new ErrorTrace(robot, DT, 20);

  /** One tick with an error of this size in the first joint. */
  private void offer(long tick, double error) {
    Tick now = new Tick(1, 2, 2, 0);
    now.nowNanos = tick * 2_000_000;
    now.desired[0] = truth[0] + error;
    now.desired[1] = truth[1];
    trace.offer(now);
  }

  private void offer(double fromSeconds, double toSeconds, double error) {
    for (long t = Math.round(fromSeconds / DT); t < Math.round(toSeconds / DT); t++) {
      offer(t, error);
    }
  }

  @Test
  void errorIsDesiredMinusTrueOfAllJointsTogether() {
    truth[0] = 5;
    truth[1] = -2;
    Tick now = new Tick(1, 2, 2, 0);
    now.desired[0] = 5.3;
    now.desired[1] = -2.4;
    trace.offer(now);
    assertEquals(.5, trace.rms(0, DT), 1e-12, "3-4-5");
  }

  @Test
  void withoutAReferenceTheTruthItselfIsTheError() {
    truth[0] = 3;
    truth[1] = 4;
    trace.offer(new Tick(1, 0, 2, 0));
    assertEquals(5, trace.rms(0, DT), 1e-12);
  }

  @Test
  void rmsIsTakenOverTheTicksFromAndBeforeTheTimes() {
    offer(0, 1, 1);
    offer(1, 2, 3);
    assertEquals(1, trace.rms(0, 1), 1e-12);
    assertEquals(3, trace.rms(1, 2), 1e-12);
    assertEquals(Math.sqrt(5), trace.rms(.5, 1.5), 1e-12, "half of 1 and half of 9");
    assertEquals(3, trace.recent(), 1e-12);
    assertEquals(2 - DT, trace.seconds(), 1e-12);
  }

  @Test
  void ticksThatWereNotOfferedDoNotCount() {
    offer(0, 1, 1);
    offer(3, 4, 2);
    assertEquals(Double.NaN, trace.rms(1, 3));
    assertEquals(2, trace.rms(1, 4), 1e-12);
    assertEquals(Double.NaN, trace.rms(10, 11), "the future");
  }

  @Test
  void lastTicksWinWhenThereIsNoMoreRoom() {
    offer(0, 20, 1);
    offer(20, 30, 2);
    assertEquals(2, trace.rms(0, 30) * trace.rms(0, 30) * 2 - 3, .01, "10 s of each are left");
    assertEquals(Double.NaN, trace.rms(0, 5), "forgotten");
  }

  @Test
  void recoveryIsTheTimeUntilTheErrorStaysSmall() {
    offer(0, 5, .1);
    offer(5, 8, 1); // a change at 5 s, learned after 3 s
    offer(8, 15, .1);
    // a window of .5 s with one bad tick has an rms of at least 1/sqrt(250) = .063
    assertEquals(3, trace.recovery(5, 15, .3), .5 + .02);
    assertEquals(Double.NaN, trace.recovery(5, 15, .05), "never that small");
    assertEquals(Double.NaN, trace.recovery(5, 7.9, .3), "not by then");
    assertEquals(0, trace.recovery(9, 15, .3), "there was nothing to recover from");
  }

  @Test
  void recoveryEndsWithTheLastHalfSecondThatWasTooBad() {
    offer(0, 4, 0);
    offer(4, 6, 8e-3); // a change at 4 s
    offer(6, 11, 3e-3);
    offer(11, 20, 1e-3);
    // s of the half second are still worse: 64 s + 9 (.5 - s) = 25/2, so s = .1455
    assertEquals(2 + .5 - .1455, trace.recovery(4, 20, 5e-3), .02);
    // 9 s + 1 (.5 - s) = 4/2, so s = .1875
    assertEquals(7 + .5 - .1875, trace.recovery(4, 20, 2e-3), .02);
    assertEquals(Double.NaN, trace.recovery(4, 20, .5e-3));
  }

  @Test
  void ticksThatAreMissingAreCounted() {
    offer(0, 1, 1);
    offer(3, 4, 2);
    offer(4, 4.1, Double.NaN);
    assertEquals(2 / DT + .1 / DT, trace.squares().missing(0, 10));
    assertEquals(0, trace.squares().missing(0, 1));
  }

  @Test
  void relapseCountsAsNotRecovered() {
    offer(0, 3, 1);
    offer(3, 6, .1);
    offer(6, 7, 1);
    offer(7, 12, .1);
    assertEquals(7, trace.recovery(0, 12, .3), .5 + .02);
    assertEquals(3, trace.recovery(0, 6, .3), .5 + .02, "by then it looked recovered");
  }
}
