package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.BodyPart.Axis;
import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * An SO-101 arm: six position servos, each of which is told a goal and goes there as well as it
 * can. Pan, lift, elbow and wrist are a {@link PanChain}; roll and gripper turn for themselves.
 *
 * <pre>
 * T = gain 1.91 clamp(k (goal - q) - d dq, -1, 1) - .35 dq       servo [N m], through backlash
 * M(q) ddq = T - h(q, dq) - fs .052 tanh(dq/.02)
 * </pre>
 *
 * <p>The servos are STS3215 at 7.4 V: 1.91 N m at standstill and 5.45 rad/s without load (19.5 kg
 * cm and 52 rpm in the data of its seller DFRobot, SER0069), between them a straight line. k = 18.3
 * / rad makes 35 N m per rad, for 20 to 30 steps of 1.53 mrad were measured under 1.5 kg at 10 cm
 * (TheRobotStudio, SO-ARM100, issue 134, with a C018 at 12 V); there also the backlash of 1 deg,
 * more than the 0.5 deg of the datasheet, which is taken here. Dry friction and rotor: MuJoCo model
 * of the SO-101 by its makers. d = .5 s / rad is chosen: it hardly overshoots.
 *
 * <p>All angles are 0 in the middle of their range: the upper arm stands, forearm and hand point
 * forwards. Lift, elbow and wrist turn forwards and down [rad].
 */
public final class So101 extends MechanicalPlant {
  private static final List<String> JOINTS =
      List.of("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", "gripper");
  private static final int FREEDOM = 6;
  private static final int SUBSTEPS = 8;
  private static final double STALL = 1.91; // N m
  private static final double FASTEST = 5.45; // rad/s
  private static final double STIFFNESS = 18.3; // full effort per rad
  private static final double DAMPING = .5; // full effort per rad/s
  private static final double DRY = .052; // N m
  private static final double[] ALONE = {.0002, .00002}; // kg m^2, of hand and jaw

  private final double[] payload = parameter("payload", 0); // kg
  private final double[] friction = parameter("friction", 1); // fs
  private final double[] gain = parameter("gain", 1, 1, 1, 1, 1, 1);
  private final double[] backlash = parameter("backlash", .0087); // rad
  private final PanChain chain = new PanChain();
  private final GearPlay[] gear = new GearPlay[FREEDOM];
  private final double[] driven = new double[FREEDOM]; // N m, behind the gears
  private final double[] torque = new double[FREEDOM]; // N m, friction included

  /** In the middle of all ranges. */
  public So101() {
    super(FREEDOM, 1);
    Arrays.setAll(gear, i -> new GearPlay(PanChain.ROTOR));
  }

  @Override
  public String name() {
    return "so101";
  }

  @Override
  public List<String> outputs() {
    return JOINTS.stream().map(joint -> joint + ".angle").toList();
  }

  @Override
  public List<String> inputs() {
    return JOINTS.stream().map(joint -> joint + ".goal").toList();
  }

  /** Pan, upper arm, forearm and hand; roll and gripper have no length in this plant. */
  @Override
  public List<BodyPart> body() {
    return List.of(
        BodyPart.turning("shoulder_pan.angle", Axis.Z, 0, PanChain.OFFSET),
        BodyPart.turning("shoulder_lift.angle", Axis.Y, -StrictMath.PI / 2, PanChain.length(0)),
        BodyPart.turning("elbow_flex.angle", Axis.Y, StrictMath.PI / 2, PanChain.length(1)),
        BodyPart.turning("wrist_flex.angle", Axis.Y, 0, PanChain.length(2)));
  }

  @Override
  public int truthSize() {
    return FREEDOM;
  }

  @Override
  public void start(double[] pose, Chance chance) {
    super.start(pose, chance);
    for (GearPlay one : gear) {
      one.restart();
    }
  }

  @Override
  public void step(double[] command, double dtSeconds) {
    double h = dtSeconds / SUBSTEPS;
    chain.load(payload[0]);
    for (int s = 0; s < SUBSTEPS; s++) {
      for (int i = 0; i < FREEDOM; i++) {
        driven[i] = gear[i].through(servo(i, command[i]), backlash[0], h);
      }
      super.step(driven, h);
    }
  }

  /** What a servo does on its way to its goal [N m]. */
  private double servo(int i, double goal) {
    double effort = STIFFNESS * (goal - q[i]) - DAMPING * dq[i];
    return gain[i] * STALL * Math.clamp(effort, -1, 1) - STALL / FASTEST * dq[i];
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    for (int i = 0; i < FREEDOM; i++) {
      torque[i] = command[i] - friction[0] * DRY * Elementary.tanh(dq[i] / .02);
    }
    chain.acceleration(q, dq, torque, ddq);
    for (int i = PanChain.JOINTS; i < FREEDOM; i++) {
      ddq[i] = torque[i] / (PanChain.ROTOR + ALONE[i - PanChain.JOINTS]);
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int i = 0; i < FREEDOM; i++) {
      gear[i].save(out, out.name("plant.play.", i));
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    for (int i = 0; i < FREEDOM; i++) {
      gear[i].load(in, in.name("plant.play.", i));
    }
  }
}
