package io.olivo.deploy.wiring;

import io.olivo.controller.observe.Joint;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import java.util.List;

/**
 * How fast a raw sensor can change: as the robot file says, else twice the fastest plausible
 * velocity of the joint whose position it is, else half of its range from one tick to the next.
 */
final class FastestChange {
  private static final double MARGIN = 2;
  private static final double LARGEST_STEP = .5; // of the range, in one tick

  private final RobotSpec robot;
  private final List<Joint> joints;

  FastestChange(RobotSpec robot, List<Joint> joints) {
    this.robot = robot;
    this.joints = joints;
  }

  /** [raw sensor] in its unit per second. */
  double[] perSecond() {
    List<Channel> raw = robot.sensors();
    double[] fastest = new double[raw.size()];
    for (int i = 0; i < fastest.length; i++) {
      Double told = robot.fastest().get(raw.get(i).name());
      fastest[i] = told != null ? told : implied(i, raw.get(i));
    }
    return fastest;
  }

  private double implied(int index, Channel channel) {
    for (Joint joint : joints) {
      if (joint.positionChannel() == index) {
        return MARGIN * joint.largestVelocity();
      }
    }
    return LARGEST_STEP * (channel.max() - channel.min()) / robot.loop().dtSeconds();
  }
}
