package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/** A lesson whose teacher knows the wanted output. Filled anew for every step. */
@HotPath
public final class TargetLesson implements Lesson {
  private final DenseNet net;
  private final Kernels kernels;
  private final Mat target;
  private final Mat scratch;

  /**
   * @param samples number of samples of a step
   */
  public TargetLesson(DenseNet net, int samples) {
    this.net = net;
    kernels = net.kernels();
    target = kernels.mat(samples, net.width(net.layers()));
    scratch = kernels.mat(samples, net.width(net.layers()));
  }

  /** The wanted output, to be filled [sample][output]. */
  public Mat target() {
    return target;
  }

  @Override
  public void error(Mat output, Mat error) {
    net.error(output, target, error);
  }

  @Override
  public void loss(Mat output, Vec loss) {
    net.loss(output, target, scratch, loss);
  }

  @Override
  public void target(Mat into) {
    kernels.copy(into, target);
  }

  @Override
  public void reward(Mat chosen, Vec reward) {
    kernels.rowDots(reward, chosen, target);
  }
}
