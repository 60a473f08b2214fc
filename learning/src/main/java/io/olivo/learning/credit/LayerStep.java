package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** The steps of one layer; equations in {@link GradientStep}. */
@HotPath
final class LayerStep {
  private static final double LARGEST = 1e36; // of a gradient, with room for momentum's sum

  private final Kernels kernels;
  private final int l;
  private final Mat weight; // W
  private final Vec bias;
  private final Mat slope; // m
  private final Vec biasSlope;
  private final Mat protection; // p
  private final Mat taken; // p . m, or p . W on its way to decay
  private final double momentum;
  private final double decay;
  private final Reach weightReach;
  private final Reach biasReach;
  private final Reach twinReach;
  private boolean isProtected;
  private double slopeReach; // no element of m is larger
  private double change; // largest possible change of a weight by the last step
  private boolean wasTaken;
  private Mat pre;
  private Mat delta;
  private Mat twin;

  LayerStep(DenseNet net, int l, StepSizes sizes) {
    this.l = l;
    kernels = net.kernels();
    weight = net.weight(l);
    bias = net.bias(l);
    slope = kernels.mat(weight.rows(), weight.cols());
    biasSlope = kernels.vec(weight.cols());
    protection = kernels.mat(weight.rows(), weight.cols());
    taken = kernels.mat(weight.rows(), weight.cols());
    momentum = sizes.momentum();
    decay = l > 1 ? sizes.decay() : 0;
    weightReach = new Reach(kernels, sizes.bound());
    biasReach = new Reach(kernels, sizes.bound());
    twinReach = new Reach(kernels, sizes.bound());
    pre = slope;
    delta = slope;
    twin = slope;
  }

  void protect(Mat share) {
    kernels.copy(protection, share);
    isProtected = true;
  }

  /** {@return whether the gradient pre' delta / samples was one, and was taken} */
  boolean pair(double rate, Mat newPre, Mat newDelta) {
    double gradient = Math.max(1, kernels.largest(newPre)) * kernels.largest(newDelta);
    wasTaken = gradient < LARGEST; // this form also refuses NaN
    if (!wasTaken) {
      return false;
    }
    pre = newPre;
    delta = newDelta;
    double share = 1.0 / pre.rows();
    if (isDirect()) {
      shrink(rate, weight);
      kernels.addOuter(weight, -rate * share, pre, delta);
      kernels.addColumnSums(bias, -rate * share, delta);
      reach(rate * gradient);
    } else {
      fade(gradient);
      kernels.addOuter(slope, share, pre, delta);
      kernels.addColumnSums(biasSlope, share, delta);
      descend(rate);
    }
    return true;
  }

  /** {@return whether the gradient scale direction was one, and was taken} */
  boolean along(double rate, double scale, Mat weights, Vec biases) {
    double largest = Math.max(kernels.largest(weights), kernels.largest(biases));
    double gradient = Math.abs(scale) * largest;
    wasTaken = gradient < LARGEST;
    if (!wasTaken) {
      return false;
    }
    fade(gradient);
    kernels.add(slope, scale, weights);
    kernels.add(biasSlope, scale, biases);
    descend(rate);
    return true;
  }

  /** Makes on a twin of W the step last made on W by {@link #pair}. */
  void repeat(double rate, Mat other) {
    if (!wasTaken) {
      return;
    }
    shrink(rate, other);
    if (isDirect()) {
      kernels.addOuter(other, -rate / pre.rows(), pre, delta);
    } else {
      kernels.add(other, -rate, step());
    }
    if (other != twin) {
      twin = other;
      twinReach.forget();
    }
    twinReach.grow(change, other);
  }

  /** Whether the gradient need not stand anywhere before it is applied. */
  private boolean isDirect() {
    return momentum == 0 && !isProtected;
  }

  private void fade(double gradient) {
    kernels.scale(slope, momentum);
    kernels.scale(biasSlope, momentum);
    slopeReach = momentum * slopeReach + gradient;
  }

  private void descend(double rate) {
    shrink(rate, weight);
    kernels.add(weight, -rate, step());
    kernels.add(bias, -rate, biasSlope);
    reach(rate * slopeReach);
  }

  private void reach(double most) {
    change = most;
    weightReach.grow(most, weight);
    biasReach.grow(most, bias);
  }

  /** p . m. */
  private Mat step() {
    if (!isProtected) {
      return slope;
    }
    kernels.multiply(taken, slope, protection);
    return taken;
  }

  private void shrink(double rate, Mat weights) {
    if (decay == 0) {
      return;
    }
    double share = rate * decay / (1 - momentum);
    if (isProtected) {
      kernels.multiply(taken, weights, protection);
      kernels.add(weights, -share, taken);
    } else {
      kernels.scale(weights, 1 - share);
    }
  }

  void save(StateWriter out) {
    MatState.save(kernels, slope, out, out.name("step.w", l));
    MatState.save(kernels, biasSlope, out, out.name("step.b", l));
    out.put(out.name("step.protected", l), isProtected ? 1 : 0);
    MatState.save(kernels, protection, out, out.name("step.protection", l));
  }

  void load(StateReader in) {
    MatState.load(kernels, slope, in, "step.w" + l);
    MatState.load(kernels, biasSlope, in, "step.b" + l);
    isProtected = in.getDouble(in.name("step.protected", l)) > 0;
    MatState.load(kernels, protection, in, "step.protection" + l);
    slopeReach = Math.max(kernels.largest(slope), kernels.largest(biasSlope));
    weightReach.forget();
    biasReach.forget();
    twinReach.forget();
  }
}
