package io.olivo.deploy.report;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A made-up run that looks like a real one, for tests and for looking at the page. */
final class PlausibleRun {
  private static final List<Band> LOAD = List.of(new Band(60, 100), new Band(140, 180));

  private PlausibleRun() {}

  static Report report() {
    return new Report(
        "Two-link arm learns a moving payload",
        List.of(
            "Figure-8 at 0.4 Hz, 500 ticks a second, 200 s of robot time, in simulation.",
            "A load of 0.7 kg is put on in flight at 60 s and again at 140 s."),
        300,
        "2026-11-23 09:30 UTC",
        "0.1.0",
        List.of(
            new Fact(
                "Error after learning",
                "0.73",
                "mrad",
                Verdict.GOOD,
                "RMSE of the last 10 s before the load, 1 % of PD's."),
            new Fact(
                "Back on track",
                "1.5",
                "s",
                Verdict.GOOD,
                "Until the error stays under 5 mrad when the load goes on again."),
            new Fact(
                "Late ticks",
                "12",
                "of 100 000",
                Verdict.BAD,
                "Ticks that began after their successor was due."),
            new Fact(
                "Granule cells",
                "512",
                "",
                Verdict.PLAIN,
                "Features that the olive's error trains.")),
        curves(),
        comparison(),
        path(),
        new Timing(
            500,
            41_800,
            100_000,
            12,
            new double[] {5, 10, 15, 20, 30, 40, 60, 80, 120, 160, 240, 320, 480, 640},
            new long[] {0, 120, 21_400, 61_000, 14_210, 2_400, 611, 160, 61, 20, 6, 0, 9, 3}));
  }

  private static LearningCurves curves() {
    return new LearningCurves(
        List.of(
            curve("PD", 1, t -> under(t) ? 125 : 75.5),
            curve("Feedback-error learning", 2, t -> fade(t, 18, 9, under(t) ? 40 : 14)),
            curve("PES", 3, t -> fade(t, 10, 5, under(t) ? 18 : 4)),
            curve("Olivo", 4, t -> fade(t, .73, 2, under(t) ? 13 : 1.5))),
        "PD",
        "Olivo",
        LOAD);
  }

  private static boolean under(double t) {
    return LOAD.stream().anyMatch(band -> band.contains(t));
  }

  private static double fade(double t, double floor, double tau, double kick) {
    double since = t < 60 ? t : t < 100 ? t - 60 : t < 140 ? t - 100 : t < 180 ? t - 140 : t - 180;
    double height = t < 60 ? 75 : t < 140 ? kick * 4 : kick;
    return floor + height * Math.exp(-since / tau);
  }

  private static Series curve(String name, long seed, DoubleUnaryOperator rmse) {
    Random random = new Random(seed);
    double[] x = new double[400];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = .5 * (i + 1);
      y[i] = rmse.applyAsDouble(x[i] - .25) * Math.exp(.12 * random.nextGaussian());
    }
    return new Series(name, x, y);
  }

  private static Comparison comparison() {
    return new Comparison(
        5,
        "PD",
        "Olivo",
        List.of(
            new LearnerRow("PD", 75.5, 125, 124, 125, Double.NaN, Double.NaN),
            new LearnerRow(
                "Feedback-error learning", 16.1, 42.4, 21.3, 40.2, Double.NaN, Double.NaN),
            new LearnerRow("PES", 2.09, 18.2, 3.9, 17.7, 37, 29),
            new LearnerRow("Olivo", .73, 13.6, .61, 1.52, 5.19, 1.52)));
  }

  private static HandPath path() {
    return new HandPath(
        eight("desired", 0, 0),
        eight("PD", .031, .4),
        eight("Olivo at the start", .018, .25),
        eight("Olivo after learning", .0008, 0));
  }

  private static Series eight(String name, double error, double lag) {
    double[] x = new double[301];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double phase = 2 * Math.PI * i / 300;
      x[i] = .42 + .16 * Math.sin(phase - lag) * (1 - 2 * error) + error * Math.sin(3 * phase);
      y[i] = .18 + .08 * Math.sin(2 * phase - lag) - error * Math.cos(2 * phase);
    }
    return new Series(name, x, y);
  }
}
