package io.olivo.deploy.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.Calibration;
import io.olivo.deploy.robot.Calibration.Offset;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static final RobotSpec ARM = RobotFile.read(Path.of("src/main/robots/arm2-board.yaml"));
  private static final double TURN = 2 * StrictMath.PI;

  /** Two joints and somebody who moves them; the magnets sit turned by what nobody knows. */
  private static class Arm implements Readings, Person {
    private final double[] angle = new double[2];
    private final double[] magnet = {2, -1};
    private final double[] way = {-1, 1};
    private final double[] low = {-2, -.5};
    private final double[] high = {1, 2};
    private final double[] zero = {0, 0};
    private final List<String> told = new ArrayList<>();
    private boolean lazy;
    private String leftOut = "nothing";

    double device(int joint) {
      return Calibrator.wrapped(way[joint] * angle[joint] + magnet[joint]);
    }

    @Override
    public double mean(int channel) {
      return device(channel);
    }

    @Override
    public Sweep sweep(int channel, Runnable moving) {
      moving.run();
      double from = magnet[channel] + way[channel] * low[channel];
      double to = magnet[channel] + way[channel] * high[channel];
      return new Sweep(Math.min(from, to), Math.max(from, to));
    }

    @Override
    public void tell(String text) {
      told.add(text);
    }

    @Override
    public boolean done(String request) {
      int joint = request.startsWith("shoulder") ? 0 : 1;
      if (request.contains("put it")) {
        angle[joint] = zero[joint];
      } else if (request.contains("grow") && !lazy) {
        angle[joint] += .3;
      }
      return !request.startsWith(leftOut);
    }
  }

  private final Arm arm = new Arm();

  private Map<String, Offset> calibrate() throws InterruptedException {
    Calibration found = new Calibrator(ARM, arm, arm).run();
    return found.found();
  }

  @Test
  void zeroAndDirectionOfEveryJointAreFound() throws InterruptedException {
    Map<String, Offset> found = calibrate();
    assertEquals(new Offset(-1, 2), found.get("shoulder.angle"));
    assertEquals(new Offset(1, -1), found.get("elbow.angle"));
  }

  @Test
  void withThemEveryChannelSaysTheAngleOfItsJoint() throws InterruptedException {
    Map<String, Offset> found = calibrate();
    for (double angle = -2; angle <= 1; angle += .1) {
      arm.angle[0] = angle;
      Offset offset = found.get("shoulder.angle");
      double channel = offset.scale() * Calibrator.wrapped(arm.device(0) - offset.zero());
      assertEquals(angle, channel, 1e-12);
    }
  }

  @Test
  void aZeroFromWhichTheEncoderBeginsAnewWithinTheTravelIsLeftOut() throws InterruptedException {
    arm.low[0] = -TURN * .45;
    arm.high[0] = TURN * .45;
    arm.zero[0] = TURN * .4;
    Map<String, Offset> found = calibrate();
    assertEquals(List.of("elbow.angle"), List.copyOf(found.keySet()));
    assertTrue(arm.told.getFirst().contains("put 0 nearer to the middle"), arm.told.toString());
  }

  @Test
  void aJointThatGoesMoreThanATurnIsLeftOut() throws InterruptedException {
    arm.high[1] = 7;
    assertEquals(List.of("shoulder.angle"), List.copyOf(calibrate().keySet()));
    assertTrue(arm.told.getLast().contains("more than a turn"), arm.told.toString());
  }

  @Test
  void anEncoderThatDoesNotMoveIsLeftOut() throws InterruptedException {
    arm.low[0] = arm.high[0];
    assertEquals(List.of("elbow.angle"), List.copyOf(calibrate().keySet()));
    assertTrue(arm.told.getFirst().contains("is its encoder fixed to it?"), arm.told.toString());
  }

  @Test
  void aDirectionThatNobodyShowedIsNotGuessed() throws InterruptedException {
    arm.lazy = true;
    assertTrue(calibrate().isEmpty());
  }

  @Test
  void whatIsLeftOutStaysAsTheFileHasIt() throws InterruptedException {
    arm.leftOut = "shoulder.angle: move it slowly";
    assertEquals(List.of("elbow.angle"), List.copyOf(calibrate().keySet()));
  }

  @Test
  void aGyroscopeThatWasNotReadIsLeftOut() throws InterruptedException {
    RobotSpec head = RobotFile.read(Path.of("src/main/robots/pantilt.yaml"));
    Arm onlyBase =
        new Arm() {
          @Override
          public double mean(int channel) {
            return head.sensors().get(channel).name().endsWith("base") ? .01 : Double.NaN;
          }
        };
    Map<String, Offset> found = new Calibrator(head, onlyBase, onlyBase).run().found();
    assertEquals(Set.of("yaw.base", "pitch.base"), found.keySet());
    assertTrue(onlyBase.told.contains("yaw.slip was not read: see olivo doctor. Left out"));
  }
}
