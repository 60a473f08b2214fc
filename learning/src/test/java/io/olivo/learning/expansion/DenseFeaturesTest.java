package io.olivo.learning.expansion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseFeaturesTest {
  private static final int UNITS = 40;
  private static final int INPUTS = 3;
  private static final double WIDTH = 1.3;

  /** Every expansion whose units see all inputs. */
  enum Dense {
    TANH(seed -> new TanhFeatures(UNITS, INPUTS, 1.5, new Chance(seed))),
    FOURIER(seed -> new FourierFeatures(UNITS, INPUTS, WIDTH, new Chance(seed))),
    CURVES(seed -> new TuningCurves(UNITS, INPUTS, new Chance(seed)));

    private final LongFunction<Expansion> draw;

    Dense(LongFunction<Expansion> draw) {
      this.draw = draw;
    }
  }

  private static double[] input(Chance chance) {
    double[] x = new double[INPUTS];
    Arrays.setAll(x, i -> chance.normal());
    return x;
  }

  private static double[] units(Expansion expansion, double[] x) {
    double[] units = new double[expansion.size()];
    expansion.fill(x, units);
    return units;
  }

  private static StateWriter saved(Expansion expansion) {
    StateWriter out = new StateWriter("wiring");
    expansion.save(out);
    return out;
  }

  /** a_i . x - th_i from what was saved under a name. */
  private static double[] projected(Expansion expansion, String name, double[] x) {
    StateReader in = new StateReader(saved(expansion).bytes());
    double[][] direction = new double[UNITS][INPUTS];
    double[] p = new double[UNITS];
    in.get(name + ".direction", direction);
    in.get(name + ".intercept", p);
    Arrays.setAll(p, i -> Rows.dot(direction[i], x) - p[i]);
    return p;
  }

  @Test
  void tangentsAreThoseOfTheirWiresThenComeTheInputsAndOne() {
    Expansion tanh = Dense.TANH.draw.apply(1);
    double[] x = input(new Chance(2));
    double[] p = projected(tanh, "tanh", x);
    double[] f = units(tanh, x);
    assertEquals(UNITS + INPUTS + 1, f.length);
    for (int i = 0; i < UNITS; i++) {
      assertEquals(StrictMath.tanh(p[i]), f[i], 1e-14);
    }
    assertArrayEquals(new double[] {x[0], x[1], x[2], 1}, Arrays.copyOfRange(f, UNITS, f.length));
  }

  @Test
  void gainIsTheDeviationOfTheTangentsWeights() {
    StateReader in =
        new StateReader(saved(new TanhFeatures(4000, INPUTS, 1.5, new Chance(1))).bytes());
    double[][] direction = new double[4000][INPUTS];
    in.get("tanh.direction", direction);
    double square = 0;
    for (double[] a : direction) {
      square += Rows.dot(a, a) / (4000 * INPUTS);
    }
    assertEquals(1.5, Math.sqrt(square), .04, "standard error 0.01");
  }

  @Test
  void fourierFeaturesAreCosinesOfTheirWires() {
    Expansion fourier = Dense.FOURIER.draw.apply(1);
    double[] x = input(new Chance(2));
    double[] p = projected(fourier, "fourier", x);
    double[] f = units(fourier, x);
    for (int i = 0; i < UNITS; i++) {
      assertEquals(Math.sqrt(2.0 / UNITS) * StrictMath.cos(p[i]), f[i], 1e-14);
    }
  }

  /**
   * One feature's product is 2 cos a cos b = cos(a - b) + cos(a + b), with variance (1 + k(2 d))/2
   * + 1/2 - k(d)^2 over the draws of w and b; N of them have an Nth of it.
   */
  @ParameterizedTest
  @ValueSource(ints = {16, 64, 256, 1024})
  void innerProductsApproachTheGaussianKernelAsOneOverRootN(int units) {
    Chance chance = new Chance(units);
    int draws = 400;
    double square = 0; // of the error over its expectation
    double mean = 0; // of the error
    for (int n = 0; n < draws; n++) {
      Expansion fourier = new FourierFeatures(units, INPUTS, WIDTH, chance);
      double[] x = input(chance);
      double[] y = input(chance);
      double error = Rows.dot(units(fourier, x), units(fourier, y)) - kernel(x, y, 1);
      double k = kernel(x, y, 1);
      double variance = (1 + kernel(x, y, 2)) / 2 + .5 - k * k;
      square += error * error / (variance / units) / draws;
      mean += error / draws;
    }
    assertEquals(1, Math.sqrt(square), .12, "rms error over the theory's; standard error 0.035");
    assertEquals(0, mean * Math.sqrt(units), .2, "unbiased; standard error 0.05");
  }

  /** exp(-|x - y|^2 / (2 width^2)) of inputs a few times as far apart. */
  private static double kernel(double[] x, double[] y, double times) {
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      square += (x[i] - y[i]) * (x[i] - y[i]) * times * times;
    }
    return StrictMath.exp(-square / (2 * WIDTH * WIDTH));
  }

  @Test
  void kernelWithoutWidthIsRefused() {
    for (double width : new double[] {0, -1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new FourierFeatures(UNITS, INPUTS, width, new Chance(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedSameWiringAndSavedWiringReplacesTheDrawnOne(Dense dense) {
    Expansion one = dense.draw.apply(4);
    Expansion other = dense.draw.apply(5);
    double[] x = input(new Chance(6));
    assertEquals(saved(one).digest(), saved(dense.draw.apply(4)).digest());
    assertNotEquals(saved(one).digest(), saved(other).digest());
    other.load(new StateReader(saved(one).bytes()));
    assertArrayEquals(units(one, x), units(other, x));
  }

  @ParameterizedTest
  @EnumSource
  void inputThatIsNotANumberIsNotHidden(Dense dense) {
    double[] f = units(dense.draw.apply(1), new double[] {0, Double.NaN, 0});
    for (int i = 0; i < UNITS; i++) {
      assertTrue(Double.isNaN(f[i]), "unit " + i + ": " + f[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fillingAllocatesNothing(Dense dense) {
    Expansion expansion = dense.draw.apply(1);
    double[] x = input(new Chance(7));
    double[] f = new double[expansion.size()];
    assertEquals(0, Allocation.leastBytes(5000, () -> expansion.fill(x, f)));
  }
}
