package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;

class PendulumTest {
  private final Pendulum plant = new Pendulum();
  private final io.olivo.sim.task.Pendulum task = new io.olivo.sim.task.Pendulum();

  @Test
  void atTwentyHertzItIsTheTaskOfTheSameEquations() {
    for (String parameter : new String[] {"length", "mass", "gain", "tilt", "friction"}) {
      plant.set(parameter, .9);
      task.set(parameter, .9);
    }
    plant.start(new double[0], new Chance(3));
    task.reset(new Chance(3));
    double[] out = new double[2];
    double[] seen = new double[3];
    double[] command = new double[1];
    for (int t = 0; t < 199; t++) {
      plant.outputs(out);
      task.observe(seen);
      assertEquals(seen[0], StrictMath.cos(out[0]), 1e-9, "cos at step " + t);
      assertEquals(seen[2], out[1], 1e-9, "rate at step " + t);
      command[0] = 2 * StrictMath.sin(.2 * t);
      plant.step(command, .05);
      task.step(command);
    }
  }

  @Test
  void truthIsTheAngleFromUprightHoweverOftenItTurned() {
    plant.start(new double[0], new Chance(1));
    double[] truth = new double[1];
    double[] out = new double[2];
    for (int t = 0; t < 400; t++) {
      plant.step(new double[] {2}, .05);
      plant.truth(truth);
      plant.outputs(out);
      assertEquals(StrictMath.cos(out[0]), StrictMath.cos(truth[0]), 1e-9);
      assertEquals(0, truth[0], StrictMath.PI);
    }
  }
}
