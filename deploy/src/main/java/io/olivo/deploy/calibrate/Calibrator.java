package io.olivo.deploy.calibrate;

import io.olivo.deploy.calibrate.Readings.Sweep;
import io.olivo.deploy.robot.Calibration;
import io.olivo.deploy.robot.Calibration.Offset;
import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out how the parts of a robot were built in, with somebody who moves it by hand: zero and
 * direction of every joint, and what gyroscopes say at rest.
 *
 * <p>A joint is swept first: where an absolute encoder begins anew after a turn must lie outside of
 * its travel, so no zero is taken that is more than half a turn from an end.
 */
public final class Calibrator {
  private static final double TURN = 2 * StrictMath.PI;
  private static final double LEAST_TRAVEL = .1; // of a swept joint [its unit]
  private static final double LEAST_SHARE = .02; // of the travel, to tell a direction

  private final RobotSpec robot;
  private final Readings readings;
  private final Person person;
  private final Map<String, Offset> found = new TreeMap<>();

  /**
   * @param robot with devices
   * @param readings what they say
   * @param person who moves it
   */
  public Calibrator(RobotSpec robot, Readings readings, Person person) {
    this.robot = robot;
    this.readings = readings;
    this.person = person;
  }

  /** An angle from minus half a turn up to half a turn. */
  static double wrapped(double angle) {
    return angle - TURN * Math.rint(angle / TURN);
  }

  /** Asks for everything, one by one; what is left out stays as the robot file has it. */
  public Calibration run() throws InterruptedException {
    for (int i = 0; i < robot.sensors().size(); i++) {
      if (robot.sensors().get(i).unit().isPosition()) {
        joint(i, robot.sensors().get(i));
      }
    }
    rest();
    return new Calibration(found);
  }

  private void joint(int index, Channel joint) throws InterruptedException {
    boolean[] moved = new boolean[1];
    Sweep sweep =
        readings.sweep(
            index,
            () ->
                moved[0] =
                    person.done(
                        "%s: move it slowly from one end of its travel to the other"
                            .formatted(joint.name())));
    if (!moved[0]) {
      return;
    }
    double travel = sweep.most() - sweep.least();
    if (!(travel >= LEAST_TRAVEL)) {
      person.tell(text("%s went only %.3g %s: is its encoder fixed to it?", joint, travel));
    } else if (joint.unit() == Unit.RADIAN && travel >= TURN) {
      person.tell(
          text(
              "%s goes %.3g %s, more than a turn: nobody knows in which turn it starts",
              joint, travel));
    } else {
      zero(index, joint, sweep);
    }
  }

  private void zero(int index, Channel joint, Sweep sweep) throws InterruptedException {
    if (!person.done("%s: put it where it shall be 0".formatted(joint.name()))) {
      return;
    }
    double zero = readings.mean(index);
    if (joint.unit() == Unit.RADIAN && !isWithin(zero, sweep)) {
      person.tell(
          joint.name()
              + ": an end of its travel is more than half a turn from there, and its encoder begins"
              + " anew in between; put 0 nearer to the middle, or turn the magnet. Left out");
      return;
    }
    direction(index, joint, sweep.most() - sweep.least(), zero);
  }

  /** Whether both ends are at most half a turn from the zero. */
  private static boolean isWithin(double zero, Sweep sweep) {
    double middle = (sweep.least() + sweep.most()) / 2;
    double fromMiddle = Math.abs(wrapped(zero - middle));
    return fromMiddle + (sweep.most() - sweep.least()) / 2 < TURN / 2;
  }

  private void direction(int index, Channel joint, double travel, double zero)
      throws InterruptedException {
    if (!person.done(
        "%s: move it a little, the way in which it shall grow".formatted(joint.name()))) {
      return;
    }
    double moved = readings.mean(index) - zero;
    double way = joint.unit() == Unit.RADIAN ? wrapped(moved) : moved;
    if (!(Math.abs(way) >= LEAST_SHARE * travel)) {
      person.tell(joint.name() + " did not move enough to tell its direction. Left out");
      return;
    }
    found.put(joint.name(), new Offset(Math.copySign(scale(joint), way), zero));
    person.tell("%s: zero and direction found".formatted(joint.name()));
  }

  /** What gyroscopes say when nothing turns. */
  private void rest() throws InterruptedException {
    boolean asked = false;
    for (int i = 0; i < robot.sensors().size(); i++) {
      Channel channel = robot.sensors().get(i);
      if (channel.unit() == Unit.RADIAN_PER_SECOND) {
        if (!asked && !person.done("let the robot rest, and do not touch it")) {
          return;
        }
        asked = true;
        rest(channel, readings.mean(i));
      }
    }
  }

  private void rest(Channel channel, double mean) {
    if (Double.isNaN(mean)) {
      person.tell(channel.name() + " was not read: see olivo doctor. Left out");
      return;
    }
    found.put(channel.name(), new Offset(scale(channel), mean));
    person.tell("%s: what it says at rest is 0 from now on".formatted(channel.name()));
  }

  /** As the robot file has it. */
  private double scale(Channel channel) {
    Connection connection = robot.hardware().connections().get(channel.name());
    return connection == null ? 1 : connection.scale();
  }

  private static String text(String format, Channel joint, double travel) {
    return String.format(Locale.ROOT, format, joint.name(), travel, joint.unit().symbol());
  }
}
