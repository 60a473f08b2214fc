package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.BodyPart.Axis;
import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * A robot of 1 kg on two wheels that balances its body above them; both motors do the same, so it
 * stays in a plane.
 *
 * <pre>
 * A ddw + B ddth - m r l sin(c + g) dth^2 + (m + mw) g0 r sin g = -T      wheels
 * B ddw + C ddth - m g0 l sin c                                 =  T      body
 * T = gain u + fs (.012 s + .012 tanh(s/.3)),   s = dw - dth
 * A = (m + mw) r^2 + Iw,   B = m r l cos(c + g),   C = m l^2 + I,   c = th + lean
 * </pre>
 *
 * <p>th is the tilt of the body from upright and w how far the wheels have turned on the ground,
 * both positive forwards [rad]; g is the slope of the ground, uphill positive. u is the torque of
 * both motors [N m] as the body feels it: positive leans the body forwards, and so turns the wheels
 * backwards. The encoder tells s integrated, the wheels' angle against the body. The friction of
 * gears and motors has in it what a motor loses by turning: .5 N m at standstill, nothing at 40
 * rad/s. The body has its payload 15 cm above the axle and its acceleration sensor 6 cm, which
 * feels what an MPU-6050 with x forwards and z up does. Beyond 60 degrees it lies on the ground.
 *
 * <p>Source of the equations: Grasser, D'Arrigo, Colombi and Rufer (2002), IEEE Trans. Industrial
 * Electronics 49:107, and Pathak, Franch and Agrawal (2005), IEEE Trans. Robotics 21:505, without
 * the turn about the vertical, which is decoupled; with slope and friction added.
 */
public final class Balancer extends MechanicalPlant {
  private static final double BODY = .86; // kg
  private static final double CENTRE = .07; // m, of the body above the axle
  private static final double INERTIA = .003; // kg m^2, of the body about its centre
  private static final double WHEELS = .14; // kg, both
  private static final double RADIUS = .034; // m
  private static final double SPIN = .5 * WHEELS * RADIUS * RADIUS; // kg m^2
  private static final double LOAD_HEIGHT = .15; // m
  private static final double SENSOR_HEIGHT = .06; // m
  private static final double VISCOUS = .012; // N m s/rad
  private static final double DRY = .012; // N m
  private static final double GRAVITY = 9.81;
  private static final double LYING = StrictMath.PI / 3; // rad
  private static final double GROUND = 60; // N m/rad
  private static final double THUD = .5; // N m s/rad
  private static final double UNSTEADY = .02; // rad

  private final double[] payload = parameter("payload", 0); // kg
  private final double[] friction = parameter("friction", 1); // fs
  private final double[] gain = parameter("gain", 1);
  private final double[] lean = parameter("lean", 0); // rad, of the centre of mass
  private final double[] slope = parameter("slope", 0); // rad
  private final double[] felt = new double[2]; // ddth, ddw [rad/s^2]
  private final double[] pushed = new double[1]; // N m, in the last tick

  /** Upright. */
  public Balancer() {
    super(2, 8);
  }

  @Override
  public String name() {
    return "balancer";
  }

  @Override
  public List<String> outputs() {
    return List.of(
        "wheel.angle", "wheel.speed", "body.angle", "body.rate", "body.forward", "body.up");
  }

  @Override
  public List<String> inputs() {
    return List.of("wheel.torque");
  }

  /** The body alone, up to where its load would be; it leans forwards, along x. */
  @Override
  public List<BodyPart> body() {
    return List.of(BodyPart.turning("body.angle", Axis.Y, -StrictMath.PI / 2, LOAD_HEIGHT));
  }

  @Override
  public int truthSize() {
    return 1;
  }

  /** Somebody lets it go almost upright, with the wheels as far as the first pose says. */
  @Override
  public void start(double[] pose, Chance chance) {
    super.start(new double[0], chance);
    q[0] = chance.uniform(-UNSTEADY, UNSTEADY);
    q[1] = (pose.length > 0 ? pose[0] : 0) + q[0];
    pushed[0] = 0;
  }

  @Override
  public void step(double[] command, double dtSeconds) {
    pushed[0] = command[0];
    super.step(command, dtSeconds);
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    double centre = q[0] + lean[0];
    double weight = BODY * CENTRE + payload[0] * LOAD_HEIGHT; // kg m
    double mass = BODY + payload[0] + WHEELS;
    double a = mass * RADIUS * RADIUS + SPIN;
    double c = INERTIA + BODY * CENTRE * CENTRE + payload[0] * LOAD_HEIGHT * LOAD_HEIGHT;
    double b = weight * RADIUS * Elementary.cos(centre + slope[0]);
    double torque = gain[0] * command[0] + drag(dq[1] - dq[0]);
    double swing = weight * RADIUS * Elementary.sin(centre + slope[0]) * dq[0] * dq[0];
    double wheels = swing - mass * GRAVITY * RADIUS * Elementary.sin(slope[0]) - torque;
    double body = weight * GRAVITY * Elementary.sin(centre) + torque + ground();
    double determinant = a * c - b * b;
    ddq[0] = (a * body - b * wheels) / determinant;
    ddq[1] = (c * wheels - b * body) / determinant;
  }

  private double drag(double speed) {
    return friction[0] * (VISCOUS * speed + DRY * Elementary.tanh(speed / .3));
  }

  /** What the ground does to a body that fell [N m]. */
  private double ground() {
    double beyond = Math.abs(q[0]) - LYING;
    return beyond <= 0 ? 0 : -Math.signum(q[0]) * GROUND * beyond - THUD * dq[0];
  }

  @Override
  public void outputs(double[] out) {
    acceleration(pushed, felt);
    double along = RADIUS * felt[1]; // m/s^2, of the axle
    double turning = SENSOR_HEIGHT * felt[0];
    double swinging = SENSOR_HEIGHT * dq[0] * dq[0];
    double tilt = q[0] + slope[0];
    out[0] = q[1] - q[0];
    out[1] = dq[1] - dq[0];
    out[2] = q[0];
    out[3] = dq[0];
    out[4] = along * Elementary.cos(tilt) + turning - GRAVITY * Elementary.sin(q[0]);
    out[5] = along * Elementary.sin(tilt) - swinging + GRAVITY * Elementary.cos(q[0]);
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("plant.pushed", pushed);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    in.get("plant.pushed", pushed);
  }

  /** The wheels' angle, as the encoder counts it. */
  @Override
  public void truth(double[] out) {
    out[0] = q[1] - q[0];
  }
}
