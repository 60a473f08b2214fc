package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.HotPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Products of the inputs, the mossy fibres' part of the code.
 *
 * <pre>
 * z = [1, x_i, x_i x_j (i &lt;= j), angle_i rate_j rate_k (j &lt;= k)]
 * </pre>
 *
 * <p>Rigid-body dynamics is linear in such products: the third-order ones, taken only between
 * inputs of those kinds, are its Coriolis and centripetal terms. With 10 inputs of a two-joint arm
 * there are 78. Beyond 256 features, which is beyond 21 inputs, products of two are taken in a
 * random order, always the same, up to 768 features; {@link BlockedLeastSquares} then learns them
 * in so many blocks that a tick costs as much as 256 features in one. Measured on records of two
 * real arms and on simulated ones, all products in random blocks track better than some in one
 * block.
 */
@HotPath
final class ProductFeatures {
  private static final int MOST = 256;
  private static final int WIDEST = 768;
  private static final int NONE = -1;
  private static final long DRAW = 1; // the seed; learned weights belong to it

  private final int[][] factors; // [feature] the inputs that are multiplied, NONE for 1

  ProductFeatures(FeatureMap inputs) {
    List<int[]> all = linearAndSquares(inputs.size());
    addCubes(all, inputs);
    factors = all.toArray(new int[0][]);
  }

  private ProductFeatures(List<int[]> all) {
    factors = all.toArray(new int[0][]);
  }

  /** Without the third order. */
  static ProductFeatures squares(int inputs) {
    return new ProductFeatures(linearAndSquares(inputs));
  }

  /** 1, x and products of two: all of them, or {@code most} of them drawn at random. */
  static ProductFeatures squares(int inputs, int most, Chance chance) {
    List<int[]> all = new ArrayList<>();
    addLinear(all, inputs);
    List<int[]> squares = allSquares(inputs);
    all.addAll(squares.size() <= most ? squares : drawn(squares, most, chance));
    return new ProductFeatures(all);
  }

  private static List<int[]> linearAndSquares(int size) {
    List<int[]> all = new ArrayList<>();
    addLinear(all, size);
    List<int[]> squares = allSquares(size);
    boolean narrow = all.size() + squares.size() <= MOST;
    all.addAll(narrow ? squares : drawn(squares, WIDEST - all.size(), new Chance(DRAW)));
    return all;
  }

  private static void addLinear(List<int[]> all, int size) {
    all.add(new int[] {NONE, NONE, NONE});
    for (int i = 0; i < size; i++) {
      all.add(new int[] {i, NONE, NONE});
    }
  }

  private static List<int[]> allSquares(int size) {
    List<int[]> squares = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        squares.add(new int[] {i, j, NONE});
      }
    }
    return squares;
  }

  /** So many of them, each at most once, in random order. */
  private static List<int[]> drawn(List<int[]> from, int most, Chance chance) {
    int count = Math.clamp(most, 0, from.size());
    for (int i = 0; i < count; i++) {
      Collections.swap(from, i, i + chance.index(from.size() - i));
    }
    return from.subList(0, count);
  }

  private static void addCubes(List<int[]> all, FeatureMap inputs) {
    List<Integer> angles = of(Kind.ANGLE, inputs);
    List<Integer> rates = of(Kind.RATE, inputs);
    int cubes = angles.size() * rates.size() * (rates.size() + 1) / 2;
    for (int a = 0; a < angles.size() && all.size() + cubes <= MOST; a++) {
      for (int j = 0; j < rates.size(); j++) {
        for (int k = j; k < rates.size(); k++) {
          all.add(new int[] {angles.get(a), rates.get(j), rates.get(k)});
        }
      }
    }
  }

  private static List<Integer> of(Kind kind, FeatureMap inputs) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.kind(i) == kind) {
        found.add(i);
      }
    }
    return found;
  }

  int size() {
    return factors.length;
  }

  /** In how many blocks to learn, so that it costs no more than the most features in one. */
  int blocks() {
    return Math.max(1, (size() * size() + MOST * MOST - 1) / (MOST * MOST));
  }

  /** Whether a feature is a product of two or three inputs. */
  boolean isProduct(int feature) {
    return factors[feature][1] != NONE;
  }

  void fill(double[] inputs, double[] features) {
    for (int i = 0; i < factors.length; i++) {
      int[] f = factors[i];
      double value = f[0] == NONE ? 1 : inputs[f[0]];
      value = f[1] == NONE ? value : value * inputs[f[1]];
      features[i] = f[2] == NONE ? value : value * inputs[f[2]];
    }
  }
}
