package io.olivo.deploy.plants;

import io.olivo.learning.Elementary;
import io.olivo.sim.plant.MechanicalPlant;
import java.util.List;

/** A plant that nobody told the project about: a motor tilts a beam with a weight at one end. */
public final class Seesaw extends MechanicalPlant {
  /** At rest. */
  public Seesaw() {
    super(1, 4);
  }

  @Override
  public String name() {
    return "seesaw";
  }

  @Override
  public List<String> outputs() {
    return List.of("beam.angle");
  }

  @Override
  public List<String> inputs() {
    return List.of("beam.torque");
  }

  @Override
  public int truthSize() {
    return 1;
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    double weight = 4 * Elementary.cos(q[0]); // N m
    double drag = .3 * dq[0] + .2 * Elementary.tanh(dq[0] / .02); // N m
    ddq[0] = (command[0] - weight - drag) / .09; // kg m^2
  }
}
