package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.BodyPart.Axis;
import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * A rod on a motor too weak to lift it at once.
 *
 * <pre>
 * dw = 3 g/(2 l) sin(th - tilt) + 3/(m l^2) gain u - friction w,   |w| at most 8 rad/s
 * </pre>
 *
 * <p>th angle of the rod from upright [rad], w its rate, u in N m, as far as it comes through a
 * gear with {@link GearPlay backlash} [rad]; l 1 m, m 1 kg, g 10 m/s^2, rotor 0.01 kg m^2. Begins
 * anywhere, at up to 1 rad/s. Source: Gymnasium, Pendulum-v1; the same at 20 Hz.
 */
public final class Pendulum extends MechanicalPlant {
  private static final double GRAVITY = 10;
  private static final double FASTEST = 8; // rad/s
  private static final String PLAY = "plant.play";
  private static final double ROTOR = .01; // kg m^2

  private final double[] length = parameter("length", 1); // m
  private final double[] mass = parameter("mass", 1); // kg
  private final double[] gain = parameter("gain", 1);
  private final double[] tilt = parameter("tilt", 0); // rad
  private final double[] friction = parameter("friction", 0); // 1/s
  private final double[] backlash = parameter("backlash", 0); // rad
  private final GearPlay gear = new GearPlay(ROTOR);
  private final double[] driven = new double[1]; // N m

  /** Upright, until it is started. */
  public Pendulum() {
    super(1, 1);
  }

  @Override
  public String name() {
    return "pendulum";
  }

  @Override
  public List<String> outputs() {
    return List.of("pole.angle", "pole.rate");
  }

  @Override
  public List<String> inputs() {
    return List.of("pole.torque");
  }

  /** Stands at 0; the rod is as long as it is when somebody asks. */
  @Override
  public List<BodyPart> body() {
    return List.of(BodyPart.turning("pole.angle", Axis.Y, -StrictMath.PI / 2, length[0]));
  }

  @Override
  public int truthSize() {
    return 1;
  }

  @Override
  public void start(double[] pose, Chance chance) {
    super.start(pose, chance);
    q[0] = chance.uniform(-StrictMath.PI, StrictMath.PI);
    dq[0] = chance.uniform(-1, 1);
    gear.restart();
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    double l = length[0];
    ddq[0] =
        3 * GRAVITY / (2 * l) * Elementary.sin(q[0] - tilt[0])
            + 3 / (mass[0] * l * l) * gain[0] * command[0]
            - friction[0] * dq[0];
  }

  @Override
  public void step(double[] command, double dtSeconds) {
    double before = q[0];
    driven[0] = gear.through(command[0], backlash[0], dtSeconds);
    super.step(driven, dtSeconds);
    dq[0] = Math.clamp(dq[0], -FASTEST, FASTEST);
    q[0] = before + dtSeconds * dq[0];
  }

  @Override
  public void outputs(double[] out) {
    out[0] = q[0];
    out[1] = dq[0];
  }

  /** The angle within +-pi. */
  @Override
  public void truth(double[] out) {
    out[0] = q[0] - 2 * StrictMath.PI * Math.rint(q[0] / (2 * StrictMath.PI));
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    gear.save(out, PLAY);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    gear.load(in, PLAY);
  }
}
