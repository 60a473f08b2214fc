package io.olivo.learning.expansion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GranuleLayerTest {
  private static final int GRANULES = 512;
  private static final int INPUTS = 10;

  private static double[] typicalInput(Chance chance) {
    double[] x = new double[INPUTS];
    Arrays.setAll(x, i -> .6 * chance.normal()); // the spread that thresholds were drawn for
    return x;
  }

  private static double[] units(Expansion expansion, double[] x) {
    double[] units = new double[expansion.size()];
    expansion.fill(x, units);
    return units;
  }

  private static String digest(Expansion expansion) {
    StateWriter out = new StateWriter("wiring");
    expansion.save(out);
    return out.digest();
  }

  @Test
  void aboutATenthOfTheGranulesFires() {
    GranuleLayer layer = new GranuleLayer(GRANULES, INPUTS, new Chance(1));
    Chance chance = new Chance(2);
    int active = 0;
    int samples = 2000;
    for (int s = 0; s < samples; s++) {
      for (double g : units(layer, typicalInput(chance))) {
        active += g > 0 ? 1 : 0;
      }
    }
    assertEquals(.1, (double) active / (samples * GRANULES), .01, "density of the thresholds");
  }

  @Test
  void noGranuleFiresAboveTheCeilingOrBelowZero() {
    GranuleLayer layer = new GranuleLayer(GRANULES, INPUTS, new Chance(1));
    Chance chance = new Chance(3);
    boolean reached = false;
    for (int s = 0; s < 200; s++) {
      double[] x = typicalInput(chance);
      for (int i = 0; i < x.length; i++) {
        x[i] *= 10; // far outside of what is usual
      }
      for (double g : units(layer, x)) {
        assertTrue(g >= 0 && g <= 1.5);
        reached |= g == 1.5;
      }
    }
    assertTrue(reached, "the ceiling was never tried");
  }

  @Test
  void sameSeedSameWiringAndOtherSeedOtherWiring() {
    assertEquals(
        digest(new GranuleLayer(GRANULES, INPUTS, new Chance(4))),
        digest(new GranuleLayer(GRANULES, INPUTS, new Chance(4))));
    assertFalse(
        digest(new GranuleLayer(GRANULES, INPUTS, new Chance(4)))
            .equals(digest(new GranuleLayer(GRANULES, INPUTS, new Chance(5)))));
  }

  @Test
  void everyGranuleSeesItsInputsThroughADirectionOfLengthOne() {
    GranuleLayer layer = new GranuleLayer(GRANULES, INPUTS, new Chance(6));
    StateWriter out = new StateWriter("wiring");
    layer.save(out);
    StateReader in = new StateReader(out.bytes());
    double[][] weight = new double[GRANULES][4];
    in.get("granules.weight", weight);
    for (int i = 0; i < GRANULES; i++) {
      double square = 0;
      for (double a : weight[i]) {
        square += a * a;
      }
      assertEquals(1, square, 1e-12);
      double[] source = new double[4];
      in.get("granules.source." + i, source);
      assertEquals(4, Arrays.stream(source).distinct().count(), "four different inputs");
    }
  }

  @Test
  void everyGranuleIsWhatItsWiresCarryAboveItsThreshold() {
    GranuleLayer layer = new GranuleLayer(GRANULES, INPUTS, new Chance(13));
    StateWriter out = new StateWriter("wiring");
    layer.save(out);
    StateReader in = new StateReader(out.bytes());
    double[][] weight = new double[GRANULES][4];
    double[] threshold = new double[GRANULES];
    in.get("granules.weight", weight);
    in.get("granules.threshold", threshold);
    double[] x = typicalInput(new Chance(14));
    double[] g = units(layer, x);
    for (int i = 0; i < GRANULES; i++) {
      double[] source = new double[4];
      in.get("granules.source." + i, source);
      double drive = -threshold[i];
      for (int j = 0; j < 4; j++) {
        drive += weight[i][j] * x[(int) source[j]];
      }
      assertEquals(Math.clamp(drive, 0, 1.5), g[i], 1e-12);
    }
  }

  @Test
  void savedWiringReplacesTheDrawnOne() {
    GranuleLayer saved = new GranuleLayer(GRANULES, INPUTS, new Chance(7));
    GranuleLayer loaded = new GranuleLayer(GRANULES, INPUTS, new Chance(8));
    StateWriter out = new StateWriter("wiring");
    saved.save(out);
    loaded.load(new StateReader(out.bytes()));
    double[] x = typicalInput(new Chance(9));
    assertArrayEquals(units(saved, x), units(loaded, x));
  }

  @Test
  void fewInputsAndNoGranulesWorkToo() {
    assertEquals(3, units(new GranuleLayer(3, 2, new Chance(1)), new double[] {1, 1}).length);
    assertEquals(0, new GranuleLayer(0, INPUTS, new Chance(1)).size());
  }

  @Test
  void tuningCurvesFireBetweenZeroAndCeilingAndAreSavedWhole() {
    TuningCurves curves = new TuningCurves(256, INPUTS, new Chance(10));
    Chance chance = new Chance(11);
    int active = 0;
    int samples = 500;
    for (int s = 0; s < samples; s++) {
      for (double f : units(curves, typicalInput(chance))) {
        assertTrue(f >= 0 && f <= 1.5);
        active += f > 0 ? 1 : 0;
      }
    }
    assertEquals(.5, active / (256.0 * samples), .06, "intercepts are uniform quantiles");
    TuningCurves other = new TuningCurves(256, INPUTS, new Chance(12));
    StateWriter out = new StateWriter("curves");
    curves.save(out);
    other.load(new StateReader(out.bytes()));
    assertEquals(digest(curves), digest(other));
  }
}
