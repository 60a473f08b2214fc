package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A rule that makes one teaching vector per layer, dL/da_l or its stand-in, from a forward pass;
 * the change of W_l is that vector times the activity below.
 */
@HotPath
abstract class LayeredRule implements CreditRule {
  final DenseNet net;
  final Kernels kernels;
  final Chance chance;
  final int layers; // L
  private final Pass pass;
  private final Mat[] delta;

  LayeredRule(DenseNet net, int samples, Chance chance) {
    this.net = net;
    this.chance = chance;
    kernels = net.kernels();
    layers = net.layers();
    pass = net.pass(samples);
    delta = new Mat[layers];
    for (int l = 1; l <= layers; l++) {
      delta[l - 1] = activityLike(l);
    }
  }

  /** A matrix of the shape of h_l. */
  final Mat activityLike(int l) {
    return kernels.mat(pass.samples(), net.width(l));
  }

  /** Teaching at the drive of layer l [sample][width l]. */
  final Mat delta(int l) {
    return delta[l - 1];
  }

  /** h_l of the pass observed [sample][width l]. */
  final Mat activity(int l) {
    return pass.activity(l);
  }

  @Override
  public final Pass pass() {
    return pass;
  }

  @Override
  public Mat observe() {
    pass.forward();
    return pass.output();
  }

  @Override
  public void emit(UpdateSink sink) {
    for (int l = 1; l <= layers; l++) {
      sink.pair(l, activity(l - 1), delta(l));
    }
  }

  @Override
  public void save(StateWriter out) {
    chance.save(out, "rule.chance");
  }

  @Override
  public void load(StateReader in) {
    chance.load(in, "rule.chance");
  }
}
