package io.olivo.controller.reference;

import io.olivo.learning.HotPath;

/** Stays at one pose. */
@HotPath
public final class Hold implements Trajectory {
  private final double[] pose;

  /**
   * @param pose [joint], SI
   */
  public Hold(double... pose) {
    this.pose = pose.clone();
  }

  @Override
  public int joints() {
    return pose.length;
  }

  @Override
  public void at(double seconds, double[] position) {
    System.arraycopy(pose, 0, position, 0, pose.length);
  }
}
