package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.BodyPart.Axis;
import io.olivo.learning.Elementary;
import java.util.List;

/**
 * A cart, driven by a force, with a load hanging from it on a rod.
 *
 * <pre>
 * A  = (gain u - fs (v + 1.2 tanh(v/.01)) + m sin th (l w^2 + g cos th)) / (mc + m sin^2 th)
 * dw = (-A cos th - g sin th) / l - .15 w
 * </pre>
 *
 * <p>v cart velocity [m/s], th angle of the rod from the vertical [rad], w its rate, u in N.
 */
public final class Cart1 extends MechanicalPlant implements InverseDynamics {
  private static final double CART = 1.5; // kg
  private static final double LOAD = .3; // kg
  private static final double ROD = .35; // m
  private static final double GRAVITY = 9.81;

  private final double[] payload = parameter("payload", 0); // kg
  private final double[] friction = parameter("friction", 1); // fs
  private final double[] gain = parameter("gain", 1);

  /** At rest, the load hanging straight. */
  public Cart1() {
    super(2, 8);
  }

  @Override
  public String name() {
    return "cart1";
  }

  @Override
  public List<String> outputs() {
    return List.of("cart.position", "pole.angle", "pole.rate");
  }

  @Override
  public List<String> inputs() {
    return List.of("cart.force");
  }

  /** The cart goes along x, the rod hangs from it. */
  @Override
  public List<BodyPart> body() {
    return List.of(
        BodyPart.sliding("cart.position", Axis.X),
        BodyPart.turning("", Axis.Z, StrictMath.PI, 0),
        BodyPart.turning("pole.angle", Axis.Y, StrictMath.PI / 2, ROD));
  }

  @Override
  public int truthSize() {
    return 1;
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    double sin = Elementary.sin(q[1]);
    double cos = Elementary.cos(q[1]);
    ddq[0] = (gain[0] * command[0] - drag(dq[0]) + pull(sin, cos)) / inertia(sin);
    ddq[1] = (-ddq[0] * cos - GRAVITY * sin) / ROD - .15 * dq[1];
  }

  /** The load is where it is: the reference tells of the cart alone. */
  @Override
  public void invert(double[] desired, double[] command) {
    double sin = Elementary.sin(q[1]);
    double cos = Elementary.cos(q[1]);
    command[0] = (inertia(sin) * desired[2] - pull(sin, cos) + drag(desired[1])) / gain[0];
  }

  private double load() {
    return LOAD + payload[0];
  }

  private double inertia(double sin) {
    return CART + load() * sin * sin;
  }

  private double pull(double sin, double cos) {
    return load() * sin * (ROD * dq[1] * dq[1] + GRAVITY * cos);
  }

  private double drag(double velocity) {
    return friction[0] * (velocity + 1.2 * Elementary.tanh(velocity / .01));
  }

  @Override
  public void outputs(double[] out) {
    out[0] = q[0];
    out[1] = q[1];
    out[2] = dq[1];
  }
}
