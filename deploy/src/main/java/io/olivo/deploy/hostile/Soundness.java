package io.olivo.deploy.hostile;

import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * How sound the whole state of a learner is.
 *
 * @param finite whether every number of it is finite
 * @param largestWeight of all readouts, the remembered ones too
 * @param symmetric whether every covariance equals its transpose, bit for bit; true without one
 * @param definite whether Cholesky's decomposition of all of them exists; true without one
 * @param smallestPivot least pivot of those decompositions over its diagonal element [1]
 */
public record Soundness(
    boolean finite,
    double largestWeight,
    boolean symmetric,
    boolean definite,
    double smallestPivot) {
  /** Looks at everything that the learner would save. */
  public static Soundness of(Learner learner) {
    StateWriter out = new StateWriter("look");
    learner.save(out);
    StateReader all = new StateReader(out.bytes());
    List<double[][]> covariances = covariances(all);
    double pivot = covariances.stream().mapToDouble(Soundness::smallestPivot).min().orElse(1);
    boolean symmetric = covariances.stream().allMatch(Soundness::isSymmetric);
    return new Soundness(isFinite(all), largestWeight(all), symmetric, pivot > 0, pivot);
  }

  /** One, or one for each block. */
  private static List<double[][]> covariances(StateReader all) {
    return all.names().stream()
        .filter(name -> name.matches("rls(\\.\\d+)?\\.covariance\\.0"))
        .map(name -> rows(all, name.substring(0, name.length() - 1)))
        .toList();
  }

  private static double[][] rows(StateReader all, String prefix) {
    List<double[]> rows = new ArrayList<>();
    while (all.has(prefix + rows.size())) {
      rows.add(all.values(prefix + rows.size()));
    }
    return rows.toArray(new double[0][]);
  }

  private static boolean isFinite(StateReader all) {
    for (String name : all.names()) {
      for (double value : all.values(name)) {
        if (!Double.isFinite(value) && !name.endsWith("chance")) { // whose bits are a long
          return false;
        }
      }
    }
    return true;
  }

  private static double largestWeight(StateReader all) {
    double largest = 0;
    for (String name : all.names()) {
      boolean weight = name.matches("weights.*|bank\\.slot\\..*|net\\..*");
      for (double value : weight ? all.values(name) : new double[0]) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private static boolean isSymmetric(double[][] p) {
    boolean same = true;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < i; j++) {
        same &= p[i][j] == p[j][i];
      }
    }
    return same;
  }

  /** Of the matrix scaled to unit diagonal; not above 0 when it is not positive definite. */
  private static double smallestPivot(double[][] p) {
    double least = 1;
    double[][] factor = new double[p.length][p.length];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = p[i][j] / (Math.sqrt(p[i][i]) * Math.sqrt(p[j][j]));
        for (int n = 0; n < j; n++) {
          rest -= factor[i][n] * factor[j][n];
        }
        if (i == j && !(rest > 0)) {
          return rest;
        }
        factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
        least = i == j ? Math.min(least, rest) : least;
      }
    }
    return least;
  }
}
