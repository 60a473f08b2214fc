package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.BodyPart.Axis;
import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * A camera on a pan-tilt head of two hobby servos, carried by something that sways: the camera
 * should keep its direction all the same.
 *
 * <pre>
 * ddq  = (clamp(gain (goal - q - sag) / .03, -9, 9) - dq - .15 fs tanh(dq/.05)) / .008     per servo
 * slip = base velocity + dq + .1 cross dq_other
 * sag  = (.02 + .2 payload) cos q_pitch, of pitch alone
 * </pre>
 *
 * <p>Angles in rad, times in s: a servo of 9 rad/s (0.12 s for 60 degrees, as an MG90S has) that
 * answers within 30 ms. The servos' axes are not quite square to those of the sensors, and the
 * weight of the camera pulls at the lower servo. A rate sensor on the base feels the base, one on
 * the camera its slip. Base velocity: 12 sines per axis, f in U(.2, 2) Hz, rms .6 rad/s; it is
 * still during the first {@code still} seconds, so that the head can be measured, and then begins
 * within a second. The constants are chosen, not measured on a head.
 */
public final class PanTilt extends MechanicalPlant {
  private static final int AXES = 2;
  private static final int PITCH = 1;
  private static final double ANSWER = .03; // s, of the servo's position loop
  private static final double MOTOR = .008; // s, of its speed
  private static final double FASTEST = 9; // rad/s

  private final double[] gain = parameter("gain", 1, 1);
  private final double[] friction = parameter("friction", 1); // fs
  private final double[] cross = parameter("cross", 1);
  private final double[] payload = parameter("payload", 0); // kg, on the camera
  private final double[] still = parameter("still", 3); // s
  private final Sway sway = new Sway(AXES);
  private final double[] base = new double[AXES]; // rad/s
  private double seconds;

  /** Straight ahead. */
  public PanTilt() {
    super(AXES, 5);
  }

  @Override
  public String name() {
    return "pantilt";
  }

  @Override
  public List<String> outputs() {
    return List.of("yaw.base", "pitch.base", "yaw.slip", "pitch.slip");
  }

  @Override
  public List<String> inputs() {
    return List.of("yaw.goal", "pitch.goal");
  }

  /** Where the servos are told to look; lengths are chosen to be seen, the plant has none. */
  @Override
  public List<BodyPart> body() {
    return List.of(
        BodyPart.turning("", Axis.Y, -StrictMath.PI / 2, .08),
        BodyPart.turning("yaw.goal", Axis.X, 0, 0),
        BodyPart.turning("pitch.goal", Axis.Y, StrictMath.PI / 2, .06));
  }

  @Override
  public int truthSize() {
    return AXES;
  }

  @Override
  public void start(double[] pose, Chance chance) {
    super.start(new double[0], chance);
    seconds = 0;
    sway.draw(.2, 2, chance);
    moveBase();
  }

  @Override
  public void step(double[] command, double dtSeconds) {
    super.step(command, dtSeconds);
    seconds += dtSeconds;
    moveBase();
  }

  private void moveBase() {
    for (int axis = 0; axis < AXES; axis++) {
      base[axis] = sway.at(axis, seconds, still[0]);
    }
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    double sag = (.02 + .2 * payload[0]) * Elementary.cos(q[PITCH]);
    for (int i = 0; i < AXES; i++) {
      double off = command[i] - q[i] - (i == PITCH ? sag : 0);
      double wanted = Math.clamp(gain[i] * off / ANSWER, -FASTEST, FASTEST);
      double drag = .15 * friction[0] * Elementary.tanh(dq[i] / .05);
      ddq[i] = (wanted - dq[i] - drag) / MOTOR;
    }
  }

  @Override
  public void outputs(double[] out) {
    for (int i = 0; i < AXES; i++) {
      out[i] = base[i];
      out[AXES + i] = slip(i);
    }
  }

  private double slip(int i) {
    return base[i] + dq[i] + .1 * cross[0] * dq[1 - i];
  }

  @Override
  public void truth(double[] out) {
    for (int i = 0; i < AXES; i++) {
      out[i] = slip(i);
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("plant.seconds", seconds);
    out.put("plant.base", base);
    sway.save(out);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    seconds = in.getDouble("plant.seconds");
    in.get("plant.base", base);
    sway.load(in);
  }
}
