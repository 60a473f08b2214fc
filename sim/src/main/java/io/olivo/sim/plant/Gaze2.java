package io.olivo.sim.plant;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Two-axis gaze stabilisation, the vestibulo-ocular reflex: the head moves, the eyes should move
 * against it so that the image stands still.
 *
 * <pre>
 * .012 ddq = gain u + .15 u_other - dq - 2 q (1 + .15 q^2) - .08 tanh(dq/.05)       per axis
 * slip = head velocity + dq
 * </pre>
 *
 * <p>Head velocity: 12 sines per axis, f in U(.1, 4) Hz, amplitude .6/sqrt(6) rad/s; it is still
 * during the first {@code still} seconds, so that the eye can be measured, and then begins within a
 * second.
 */
public final class Gaze2 extends MechanicalPlant implements InverseDynamics {
  private static final int AXES = 2;

  private final double[] gain = parameter("gain", 1, 1);
  private final double[] cross = parameter("cross", 1);
  private final double[] still = parameter("still", 3); // s
  private final Sway sway = new Sway(AXES);
  private final double[] head = new double[AXES]; // rad/s
  private final double[] headRate = new double[AXES]; // rad/s^2, over the last tick
  private double seconds;

  /** Looking straight ahead. */
  public Gaze2() {
    super(AXES, 4);
  }

  @Override
  public String name() {
    return "gaze2";
  }

  @Override
  public List<String> outputs() {
    return List.of("yaw.head", "pitch.head", "yaw.gyro", "pitch.gyro", "yaw.slip", "pitch.slip");
  }

  @Override
  public List<String> inputs() {
    return List.of("yaw.command", "pitch.command");
  }

  @Override
  public int truthSize() {
    return AXES;
  }

  @Override
  public void start(double[] pose, Chance chance) {
    super.start(new double[0], chance);
    seconds = 0;
    sway.draw(.1, 4, chance);
    moveHead();
    Arrays.fill(headRate, 0);
  }

  @Override
  public void step(double[] command, double dtSeconds) {
    super.step(command, dtSeconds);
    seconds += dtSeconds;
    System.arraycopy(head, 0, headRate, 0, AXES);
    moveHead();
    for (int i = 0; i < AXES; i++) {
      headRate[i] = (head[i] - headRate[i]) / dtSeconds;
    }
  }

  private void moveHead() {
    for (int axis = 0; axis < AXES; axis++) {
      head[axis] = sway.at(axis, seconds, still[0]);
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("plant.seconds", seconds);
    out.put("plant.head", head);
    sway.save(out);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    seconds = in.getDouble("plant.seconds");
    in.get("plant.head", head);
    sway.load(in);
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    for (int i = 0; i < AXES; i++) {
      double drive = gain[i] * command[i] + .15 * cross[0] * command[1 - i];
      double spring = 2 * q[i] * (1 + .15 * q[i] * q[i]);
      ddq[i] = (drive - dq[i] - spring - .08 * Elementary.tanh(dq[i] / .05)) / .012;
    }
  }

  /**
   * For an eye that moves exactly against the head. Where the eye is, it knows; how fast the head
   * will turn, nobody does: its acceleration is that of the tick before.
   */
  @Override
  public void invert(double[] desired, double[] command) {
    double other = .15 * cross[0];
    double yaw = drive(0);
    double pitch = drive(1);
    double determinant = gain[0] * gain[1] - other * other;
    command[0] = (gain[1] * yaw - other * pitch) / determinant;
    command[1] = (gain[0] * pitch - other * yaw) / determinant;
  }

  /** What must drive an axis for dq = -head. */
  private double drive(int i) {
    double spring = 2 * q[i] * (1 + .15 * q[i] * q[i]);
    double v = -head[i];
    return -.012 * headRate[i] + v + spring + .08 * Elementary.tanh(v / .05);
  }

  @Override
  public void outputs(double[] out) {
    for (int i = 0; i < AXES; i++) {
      out[i] = head[i];
      out[AXES + i] = head[i];
      out[2 * AXES + i] = head[i] + dq[i];
    }
  }

  @Override
  public void truth(double[] out) {
    for (int i = 0; i < AXES; i++) {
      out[i] = head[i] + dq[i];
    }
  }
}
