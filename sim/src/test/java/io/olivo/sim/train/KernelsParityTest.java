package io.olivo.sim.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Vec;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three arithmetics, one result. */
class KernelsParityTest {
  private static final double SINGLE = 1e-5; // of the largest element
  private static final double TRAINED = 1e-3; // of the largest weight, after 20 steps
  private static final int SIZE = 9; // square, so that every operation fits; no multiple of 4
  private static final Kernels EXACT = new DoubleRows();
  private static final Kernels FLOAT = new FloatRows();
  private static final Kernels ND4J = new Nd4jKernels(); // takes seconds

  /** Also those that are added one day; parts of a matrix have a test of their own. */
  static Stream<Method> operations() {
    return Arrays.stream(Kernels.class.getMethods())
        .filter(
            method ->
                !Set.of("name", "mat", "vec", "row", "takeColumns", "putColumns")
                    .contains(method.getName()))
        .sorted(Comparator.comparing(Method::toString));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationGivesTheSameInEachArithmetic(Method operation) throws Exception {
    for (Activation f : Activation.values()) {
      List<double[]> exact = after(EXACT, operation, f);
      assertClose(exact, after(FLOAT, operation, f), SINGLE);
      assertClose(exact, after(ND4J, operation, f), SINGLE);
    }
  }

  /** What stands in the operands after the operation, and what it returned. */
  private static List<double[]> after(Kernels kernels, Method operation, Activation f)
      throws Exception {
    Object[] operands = new Object[operation.getParameterCount()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = operand(kernels, operation.getParameterTypes()[i], f, new Chance(i));
    }
    Object returned = operation.invoke(kernels, operands);
    List<double[]> numbers = new ArrayList<>();
    for (Object operand : operands) {
      if (operand instanceof Mat mat) {
        numbers.add(numbers(kernels, mat));
      } else if (operand instanceof double[] values) {
        numbers.add(values);
      }
    }
    if (returned instanceof Double number) {
      numbers.add(new double[] {number});
    } else if (returned instanceof Boolean truth) {
      numbers.add(new double[] {truth ? 1 : 0});
    }
    return numbers;
  }

  private static Object operand(Kernels kernels, Class<?> type, Activation f, Chance chance) {
    if (type == Mat.class) {
      return random(kernels, SIZE, SIZE, chance);
    } else if (type == Vec.class) {
      return random(kernels, SIZE, chance);
    } else if (type == Activation.class) {
      return f;
    } else if (type == Chance.class) {
      return chance;
    } else if (type == double.class) {
      return .7;
    } else if (type == int.class) {
      return 2;
    } else if (type == double[].class) {
      return new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}; // with room for an offset of 2
    } else if (type == float[].class) {
      return new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9};
    }
    throw new IllegalArgumentException("give this test an operand of " + type);
  }

  private static Mat random(Kernels kernels, int rows, int cols, Chance chance) {
    Mat mat = kernels.mat(rows, cols);
    kernels.fillNormal(mat, chance, 1);
    return mat;
  }

  private static Vec random(Kernels kernels, int size, Chance chance) {
    Vec vec = kernels.vec(size);
    kernels.fillNormal(vec, chance, 1);
    return vec;
  }

  private static double[] numbers(Kernels kernels, Mat mat) {
    double[] all = new double[mat.rows() * mat.cols()];
    double[] row = new double[mat.cols()];
    for (int i = 0; i < mat.rows(); i++) {
      kernels.get(mat, i, row);
      System.arraycopy(row, 0, all, i * row.length, row.length);
    }
    return all;
  }

  private static void assertClose(List<double[]> exact, List<double[]> told, double tolerance) {
    assertEquals(exact.size(), told.size());
    for (int i = 0; i < exact.size(); i++) {
      double largest = Arrays.stream(exact.get(i)).map(Math::abs).max().orElse(0);
      assertArrayEquals(exact.get(i), told.get(i), tolerance * Math.max(largest, 1e-30));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 64})
  void productsAreTheSameInEveryShape(int samples) {
    for (int[] shape : new int[][] {{1, 1}, {5, 3}, {33, 17}, {100, 70}}) {
      List<double[]> exact = products(EXACT, samples, shape[0], shape[1]);
      assertClose(exact, products(FLOAT, samples, shape[0], shape[1]), SINGLE);
      assertClose(exact, products(ND4J, samples, shape[0], shape[1]), SINGLE);
    }
  }

  private static List<double[]> products(Kernels kernels, int samples, int inputs, int units) {
    Chance chance = new Chance(5);
    Mat x = random(kernels, samples, inputs, chance);
    Mat w = random(kernels, inputs, units, chance);
    Mat d = random(kernels, samples, units, chance);
    Vec b = random(kernels, units, chance);
    Mat y = kernels.mat(samples, units);
    Mat back = kernels.mat(samples, inputs);
    kernels.affine(y, x, w, b);
    List<double[]> all = new ArrayList<>(List.of(numbers(kernels, y)));
    kernels.times(y, x, w);
    kernels.timesTransposed(back, d, w);
    kernels.addOuter(w, -.3, x, d);
    kernels.addColumnSums(b, -.3, d);
    List.of(y, back, w, b).forEach(mat -> all.add(numbers(kernels, mat)));
    return all;
  }

  @Test
  void whatMayBeDoneInPlaceIsTheSameInPlace() {
    List<BiConsumer<Kernels, Mat>> operations =
        List.of(
            (kernels, y) -> kernels.multiply(y, y, y),
            (kernels, y) -> kernels.sigmoid(y, y),
            (kernels, y) -> kernels.softmax(y, y),
            (kernels, y) -> kernels.pickLargest(y, y));
    for (Kernels kernels : List.of(FLOAT, ND4J)) {
      for (BiConsumer<Kernels, Mat> operation : operations) {
        assertClose(inPlace(EXACT, operation), inPlace(kernels, operation), SINGLE);
      }
      for (Activation f : Activation.values()) {
        BiConsumer<Kernels, Mat> activate = (its, y) -> its.activate(f, y, y);
        assertClose(inPlace(EXACT, activate), inPlace(kernels, activate), SINGLE);
      }
    }
  }

  private static List<double[]> inPlace(Kernels kernels, BiConsumer<Kernels, Mat> operation) {
    Mat y = random(kernels, 6, SIZE, new Chance(3));
    operation.accept(kernels, y);
    return List.of(numbers(kernels, y));
  }

  @Test
  void oneNumberThatIsNoneIsFoundAndLargeOnesArePassed() {
    for (Kernels kernels : List.of(EXACT, FLOAT, ND4J)) {
      Mat x = kernels.mat(2, 3);
      kernels.fill(x, Float.MAX_VALUE);
      assertTrue(kernels.areFinite(x), kernels.name());
      for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        kernels.put(x, 1, new double[] {0, none, 0});
        assertFalse(kernels.areFinite(x), kernels.name());
      }
    }
  }

  @Test
  void partsOfAMatrixAreItsOwnNumbers() {
    for (Kernels kernels : List.of(EXACT, FLOAT, ND4J)) {
      Mat whole = kernels.mat(2, 5);
      kernels.put(whole, 0, new double[] {1, 2, 3, 4, 5});
      kernels.put(whole, 1, new double[] {6, 7, 8, 9, 10});
      Mat part = kernels.mat(2, 2);
      kernels.takeColumns(part, whole, 3);
      assertArrayEquals(new double[] {4, 5, 9, 10}, numbers(kernels, part));
      kernels.putColumns(whole, 1, part);
      Mat row = kernels.row(whole, 1);
      assertArrayEquals(new double[] {6, 9, 10, 9, 10}, numbers(kernels, row));
      kernels.scale(row, 2);
      assertArrayEquals(new double[] {1, 4, 5, 4, 5, 12, 18, 20, 18, 20}, numbers(kernels, whole));
      Mat y = kernels.mat(1, 2);
      Mat w = kernels.mat(5, 2);
      kernels.fill(w, 1);
      kernels.times(y, row, w);
      assertArrayEquals(new double[] {88, 88}, numbers(kernels, y), 1e-4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleLearnsTheSameInEachArithmetic(CreditRules rule) {
    for (int samples : new int[] {1, 8}) {
      List<double[]> exact = trained(EXACT, rule, samples);
      assertClose(exact, trained(FLOAT, rule, samples), TRAINED);
      assertClose(exact, trained(ND4J, rule, samples), TRAINED);
    }
  }

  @Test
  void theSameRunOnNd4jGivesTheSameBits() {
    assertClose(trained(ND4J, CreditRules.BACKPROP, 8), trained(ND4J, CreditRules.BACKPROP, 8), 0);
  }

  /** All weights and biases after 20 steps on samples that never come twice. */
  private static List<double[]> trained(Kernels kernels, CreditRules rule, int samples) {
    NetSpec spec = NetSpec.of(List.of(SIZE, SIZE, SIZE, SIZE), rule.hidden(), Loss.CROSS_ENTROPY);
    DenseNet net = new DenseNet(spec, kernels, new Chance(1));
    StepSizes sizes = StepSizes.plain(.02).withMomentum(samples > 1 ? .9 : 0).withDecay(1e-3);
    NetTrainer trainer = new NetTrainer(net, rule.maker(), sizes, samples, new Chance(3));
    Chance chance = new Chance(2);
    for (int step = 0; step < 20; step++) {
      kernels.fillNormal(trainer.input(), chance, 1);
      kernels.fillNormal(trainer.target(), chance, 1);
      kernels.pickLargest(trainer.target(), trainer.target());
      trainer.predict();
      assertTrue(trainer.learn());
    }
    List<double[]> all = new ArrayList<>();
    for (int l = 1; l <= net.layers(); l++) {
      all.add(numbers(kernels, net.weight(l)));
      all.add(numbers(kernels, net.bias(l)));
    }
    return all;
  }
}
