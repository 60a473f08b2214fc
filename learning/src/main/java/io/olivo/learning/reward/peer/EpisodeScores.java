package io.olivo.learning.reward.peer;

import io.olivo.learning.HotPath;
import io.olivo.learning.credit.UpdateSink;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Weighs what a rule proposes at every step of an episode by the return that followed.
 *
 * <pre>
 * z  = gamma z + s                        s: what the rule proposes for a synapse
 * G += r z - b s                          so that G = sum_t (R_t - b_t) s_t,  R_t = r_t + gamma R_(t+1)
 * </pre>
 *
 * <p>r is the reward of the step, b its baseline. Source: Williams (1992), Machine Learning 8:229.
 */
@HotPath
final class EpisodeScores implements UpdateSink {
  private final Kernels kernels;
  private final double gamma;
  private final Mat[] trace; // z [layer - 1]
  private final Vec[] biasTrace;
  private final Mat[] sum; // G [layer - 1]
  private final Vec[] biasSum;
  private double reward;
  private double baseline;

  EpisodeScores(DenseNet net, double gamma) {
    kernels = net.kernels();
    this.gamma = gamma;
    int layers = net.layers();
    trace = new Mat[layers];
    biasTrace = new Vec[layers];
    sum = new Mat[layers];
    biasSum = new Vec[layers];
    for (int i = 0; i < layers; i++) {
      Mat weight = net.weight(i + 1);
      trace[i] = kernels.mat(weight.rows(), weight.cols());
      biasTrace[i] = kernels.vec(weight.cols());
      sum[i] = kernels.mat(weight.rows(), weight.cols());
      biasSum[i] = kernels.vec(weight.cols());
    }
  }

  /** An episode begins. */
  void forget() {
    for (int i = 0; i < sum.length; i++) {
      kernels.fill(trace[i], 0);
      kernels.fill(biasTrace[i], 0);
      kernels.fill(sum[i], 0);
      kernels.fill(biasSum[i], 0);
    }
  }

  /** Tells the step whose proposals come next. */
  void next(double newReward, double newBaseline) {
    reward = newReward;
    baseline = newBaseline;
  }

  @Override
  public void pair(int l, Mat pre, Mat delta) {
    int i = l - 1;
    kernels.scale(trace[i], gamma);
    kernels.scale(biasTrace[i], gamma);
    kernels.addOuter(trace[i], 1, pre, delta);
    kernels.addColumnSums(biasTrace[i], 1, delta);
    kernels.add(sum[i], reward, trace[i]);
    kernels.add(biasSum[i], reward, biasTrace[i]);
    kernels.addOuter(sum[i], -baseline, pre, delta);
    kernels.addColumnSums(biasSum[i], -baseline, delta);
  }

  /** |G|^2. */
  double square() {
    double square = 0;
    for (int i = 0; i < sum.length; i++) {
      square += kernels.dot(sum[i], sum[i]) + kernels.dot(biasSum[i], biasSum[i]);
    }
    return square;
  }

  /** How many numbers G has. */
  int weights() {
    int weights = 0;
    for (Mat one : sum) {
      weights += (one.rows() + 1) * one.cols();
    }
    return weights;
  }

  /** Hands scale G over. */
  void emit(UpdateSink sink, double scale) {
    for (int i = 0; i < sum.length; i++) {
      sink.along(i + 1, scale, sum[i], biasSum[i]);
    }
  }

  @Override
  public void along(int l, double scale, Mat weights, Vec biases) {
    throw new IllegalStateException("only rules with a teaching per unit are weighed here");
  }

  @Override
  public void repeat(int l, Mat twin) {
    throw new IllegalStateException("no step was made here that could be repeated");
  }

  void save(StateWriter out) {
    for (int i = 0; i < sum.length; i++) {
      MatState.save(kernels, trace[i], out, "scores.z" + i);
      MatState.save(kernels, biasTrace[i], out, "scores.zb" + i);
      MatState.save(kernels, sum[i], out, "scores.g" + i);
      MatState.save(kernels, biasSum[i], out, "scores.gb" + i);
    }
  }

  void load(StateReader in) {
    for (int i = 0; i < sum.length; i++) {
      MatState.load(kernels, trace[i], in, "scores.z" + i);
      MatState.load(kernels, biasTrace[i], in, "scores.zb" + i);
      MatState.load(kernels, sum[i], in, "scores.g" + i);
      MatState.load(kernels, biasSum[i], in, "scores.gb" + i);
    }
  }
}
