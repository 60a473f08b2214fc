package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A linear guess at dL/dh of one layer, learned by normalised least mean squares.
 *
 * <pre>
 * x = h - m,  m = m + sum of x / (600 + samples)          m follows the mean of h
 * g = x A + y C + c
 * after the whole step, sample after sample:
 * (A, C, c) = (A, C, c) - rate (x, y, 1)' (g - t) / (1 + |x|^2 + |y|^2)
 * </pre>
 *
 * <p>Shapes: h, x, g, t [sample][width], y [sample][output], A [width][width], C [output][width].
 * The inputs are centred and the samples taken one by one because their correlations are what makes
 * learning slow. It begins with zeros.
 */
@HotPath
final class GradientModule {
  private static final double RATE = .6; // 1 would forget all but the last sample
  private static final double MEMORY = 600; // samples that m remembers

  private final Kernels kernels;
  private final Mat byActivity; // A
  private final Mat byTarget; // C
  private final Vec always; // c
  private final Vec mean; // m
  private final Mat centred; // x
  private final Mat told; // y
  private final Mat part; // y C
  private final Mat wanted; // t
  private final Vec ones;
  private final Sample[] sample;

  /** What is learned from one sample, in rows of the matrices above. */
  private final class Sample {
    private final Mat x;
    private final Mat y;
    private final Mat t;
    private final Mat error; // g - t
    private final Mat part;

    private Sample(int n) {
      x = kernels.row(centred, n);
      y = kernels.row(told, n);
      t = kernels.row(wanted, n);
      error = kernels.mat(1, byActivity.cols());
      part = kernels.mat(1, byActivity.cols());
    }

    private void learn() {
      kernels.affine(error, x, byActivity, always);
      kernels.times(part, y, byTarget);
      kernels.add(error, 1, part);
      kernels.add(error, -1, t);
      double rate = RATE / (1 + kernels.dot(x, x) + kernels.dot(y, y));
      kernels.addOuter(byActivity, -rate, x, error);
      kernels.addOuter(byTarget, -rate, y, error);
      kernels.add(always, -rate, error);
    }
  }

  GradientModule(Kernels kernels, int samples, int width, int outputs) {
    this.kernels = kernels;
    byActivity = kernels.mat(width, width);
    byTarget = kernels.mat(outputs, width);
    always = kernels.vec(width);
    mean = kernels.vec(width);
    centred = kernels.mat(samples, width);
    told = kernels.mat(samples, outputs);
    part = kernels.mat(samples, width);
    wanted = kernels.mat(samples, width);
    ones = kernels.vec(samples);
    kernels.fill(ones, 1);
    sample = new Sample[samples];
    for (int n = 0; n < samples; n++) {
      sample[n] = new Sample(n);
    }
  }

  /** A. */
  Mat byActivity() {
    return byActivity;
  }

  /** C. */
  Mat byTarget() {
    return byTarget;
  }

  /** c. */
  Vec always() {
    return always;
  }

  /**
   * Guesses.
   *
   * @param guess filled with g
   */
  void guess(Mat h, Mat y, Mat guess) {
    kernels.copy(told, y);
    kernels.copy(centred, h);
    kernels.addOuter(centred, -1, ones, mean);
    kernels.affine(guess, centred, byActivity, always);
    kernels.times(part, y, byTarget);
    kernels.add(guess, 1, part);
  }

  /** Where the caller puts t, before {@link #learn}. */
  Mat wanted() {
    return wanted;
  }

  /** Learns what should have been guessed last. */
  void learn() {
    if (!kernels.areFinite(wanted)) {
      return;
    }
    for (Sample one : sample) {
      one.learn();
    }
    kernels.bound(byActivity, StepSizes.STANDARD_BOUND);
    kernels.bound(byTarget, StepSizes.STANDARD_BOUND);
    kernels.bound(always, StepSizes.STANDARD_BOUND);
    kernels.addColumnSums(mean, 1 / (MEMORY + sample.length), centred);
  }

  void save(StateWriter out, String name) {
    MatState.save(kernels, byActivity, out, out.name(name, ".a"));
    MatState.save(kernels, byTarget, out, out.name(name, ".c"));
    MatState.save(kernels, always, out, out.name(name, ".always"));
    MatState.save(kernels, mean, out, out.name(name, ".mean"));
  }

  void load(StateReader in, String name) {
    MatState.load(kernels, byActivity, in, name + ".a");
    MatState.load(kernels, byTarget, in, name + ".c");
    MatState.load(kernels, always, in, name + ".always");
    MatState.load(kernels, mean, in, name + ".mean");
  }
}
