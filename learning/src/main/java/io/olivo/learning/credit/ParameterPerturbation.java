package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/** A rule that moves all parameters along one direction, and then follows it as the loss says. */
@HotPath
abstract class ParameterPerturbation extends LayeredRule {
  private static final double STEEPEST = 1e20; // its square is still finite in single precision

  private final MovedNet moved;
  private final Vec loss; // [sample]
  private final Vec ones; // [sample]
  private double slope; // dL along the direction, over the direction's square

  ParameterPerturbation(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    moved = new MovedNet(net, samples);
    loss = kernels.vec(samples);
    ones = kernels.vec(samples);
    kernels.fill(ones, 1);
  }

  /** The net that is moved, and where to. */
  final MovedNet moved() {
    return moved;
  }

  /** Mean loss of the parameters moved by this share of the direction. */
  final double lossAt(double share, Lesson lesson) {
    return meanLoss(moved.output(pass().input(), share), lesson);
  }

  /** Mean loss of the pass observed. */
  final double lossHere(Lesson lesson) {
    return meanLoss(pass().output(), lesson);
  }

  private double meanLoss(Mat output, Lesson lesson) {
    lesson.loss(output, loss);
    return kernels.dot(loss, ones) / pass().samples();
  }

  /** The gradient is to be this much of the direction; what is no number stays none. */
  final void follow(double share) {
    slope = Math.clamp(share, -STEEPEST, STEEPEST);
  }

  @Override
  public final void emit(UpdateSink sink) {
    for (int l = 1; l <= layers; l++) {
      sink.along(l, slope, moved.direction(l), moved.biasDirection(l));
    }
  }
}
