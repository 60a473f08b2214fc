package io.olivo.deploy.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TakeawayTest {
  @Test
  void curvesAreToldAgainstTheBaseline() {
    double[] x = {50, 55, 60, 65, 70};
    LearningCurves curves =
        new LearningCurves(
            List.of(
                new Series("PD", x, new double[] {80, 80, 160, 160, 80}),
                new Series("Olivo", x, new double[] {1, .6, 20, 2, 1})),
            "PD",
            "Olivo",
            List.of(new Band(58, 68)));
    assertEquals(
        "Olivo\u2019s error is 0.825 mrad before the load goes on, 1 % of PD\u2019s 80 mrad;"
            + " it is 14.2 mrad when the load comes off.",
        spaced(Takeaway.of(curves)));
  }

  @Test
  void aLearnerThatNeverComesBackIsSaidToNeverComeBack() {
    LearnerRow row = new LearnerRow("Olivo", 1, 2, 3, 4, Double.NaN, 1);
    assertEquals(
        "Under load Olivo does not get back under 5 mrad.",
        spaced(Takeaway.of(new Comparison(5, "PD", "Olivo", List.of(row)))));
  }

  @Test
  void strayIsTheDistanceFromTheLineNotFromThePoint() {
    Series desired = new Series("desired", new double[] {0, 1}, new double[] {0, 0});
    Series off = new Series("PD", new double[] {.3, .7}, new double[] {.02, -.02}); // 2 cm aside
    HandPath path = new HandPath(desired, off, off, desired);
    assertEquals(.02, path.stray(off), 1e-12);
    assertEquals(0, path.stray(desired), 1e-12);
  }

  @Test
  void lateTicksAreCounted() {
    Timing timing = new Timing(500, 498.2, 90_000, 3, new double[0], new long[0]);
    assertEquals(
        "The loop ran 498 ticks a second and needs 500; 3 of 90 000 were late.",
        spaced(Takeaway.of(timing)));
  }

  /** The same with plain spaces and no width. */
  private static String spaced(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }
}
