package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.net.Vec;

/**
 * A rule that moves drives and looks at the loss. Beside the pass observed, whose drives it keeps,
 * it has a twin, which runs the same weights on moved drives.
 */
@HotPath
abstract class DrivePerturbation extends LayeredRule {
  private final Pass twin;
  private final Mat[] drive; // a_l of the pass observed
  private final Vec clean; // L of the pass observed [sample]
  private final Vec change; // L of the twin beyond that [sample]

  DrivePerturbation(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
    twin = net.pass(samples);
    drive = new Mat[layers];
    for (int l = 1; l <= layers; l++) {
      drive[l - 1] = activityLike(l);
    }
    clean = kernels.vec(samples);
    change = kernels.vec(samples);
  }

  /** a_l of the pass observed [sample][width l]. */
  final Mat drive(int l) {
    return drive[l - 1];
  }

  /** The twin; its input is never filled, for it begins at the drives of layer 1. */
  final Pass twin() {
    return twin;
  }

  /**
   * The drive that a layer gets from the one below.
   *
   * @param of the pass observed, or the twin
   * @param a filled [sample][width l]
   */
  void drive(int l, Pass of, Mat a) {
    kernels.affine(a, of.activity(l - 1), net.weight(l), net.bias(l));
  }

  @Override
  public final Mat observe() {
    for (int l = 1; l <= layers; l++) {
      drive(l, pass(), drive(l));
      kernels.copy(activity(l), drive(l));
      pass().throughUnits(l);
    }
    return pass().output();
  }

  /** What stands before the synapses of layer l in the pass observed [sample][width l-1]. */
  Mat pre(int l) {
    return activity(l - 1);
  }

  @Override
  public void emit(UpdateSink sink) {
    for (int l = 1; l <= layers; l++) {
      sink.pair(l, pre(l), delta(l));
    }
  }

  /** Asks for the loss of the pass observed, with which {@link #change} compares. */
  final void begin(Lesson lesson) {
    lesson.loss(pass().output(), clean);
  }

  /** Runs the twin on from the drive that stands in its layer l. */
  final void runTwinFrom(int l) {
    twin.throughUnits(l);
    for (int m = l + 1; m <= layers; m++) {
      drive(m, twin, twin.activity(m));
      twin.throughUnits(m);
    }
  }

  /** How much the loss of the twin is above that of the pass observed [sample]. */
  final Vec change(Lesson lesson) {
    lesson.loss(twin.output(), change);
    kernels.add(change, -1, clean);
    return change;
  }

  /** Multiply-accumulates that carry one sample from the units of layer l to the outputs. */
  final long macsAbove(int l) {
    long macs = 0;
    for (int m = l + 1; m <= layers; m++) {
      macs += (long) net.width(m - 1) * net.width(m);
    }
    return macs;
  }
}
