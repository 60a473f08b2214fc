package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  @Test
  void lateActionDoesWhatItWouldHaveDoneEarlier() {
    Pendulum prompt = new Pendulum();
    Task late = new LateTask(new Pendulum(), 2);
    prompt.reset(new Chance(1));
    late.reset(new Chance(1));
    double[] one = new double[3];
    double[] other = new double[3];
    for (int t = 0; t < 50; t++) {
      prompt.step(new double[] {t < 2 ? 0 : StrictMath.sin(t - 2)});
      late.step(new double[] {StrictMath.sin(t)});
      prompt.observe(one);
      late.observe(other);
      assertArrayEquals(one, other, 0, "step " + t);
    }
  }

  @Test
  void newEpisodeForgetsWhatWasUnderWay() {
    Task late = new LateTask(new Acrobot(), 3);
    Acrobot still = new Acrobot();
    late.reset(new Chance(1));
    late.step(new double[] {2});
    late.reset(new Chance(2));
    still.reset(new Chance(2));
    double[] one = new double[6];
    double[] other = new double[6];
    for (int t = 0; t < 3; t++) {
      late.step(new double[] {0});
      still.step(new double[] {1}); // no torque
      late.observe(one);
      still.observe(other);
      assertArrayEquals(other, one);
    }
  }

  @Test
  void noiseHasItsSizeAndNoBiasAndLeavesTheTaskAlone() {
    Pendulum plain = new Pendulum();
    Task noisy = new NoisyTask(plain, .5, new Chance(3));
    plain.place(1, 2);
    double[] seen = new double[3];
    double[] sum = new double[3];
    double square = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      noisy.observe(seen);
      for (int k = 0; k < 3; k++) {
        sum[k] += seen[k];
      }
      square += (seen[2] - 2) * (seen[2] - 2);
    }
    assertEquals(StrictMath.cos(1), sum[0] / n, .02);
    assertEquals(StrictMath.sin(1), sum[1] / n, .02);
    assertEquals(.5, Math.sqrt(square / n), .02);
    assertArrayEquals(new double[] {1, 2}, plain.state);
  }

  @Test
  void lateAndNoisyItGoesOnBitForBit() {
    Circumstances hard = new Circumstances(3, .1, List.of());
    Task task = hard.task("Pendulum-v1", new Chance(1));
    task.reset(new Chance(2));
    for (int t = 0; t < 5; t++) {
      task.step(new double[] {t});
    }
    StateWriter out = new StateWriter("task");
    task.save(out);
    Task other = hard.task("Pendulum-v1", new Chance(99));
    other.load(new StateReader(out.bytes()));
    double[] one = new double[3];
    double[] two = new double[3];
    while (task.ending() == Ending.NONE) {
      assertEquals(task.step(new double[] {1}), other.step(new double[] {1}));
      task.observe(one);
      other.observe(two);
      assertArrayEquals(one, two);
    }
    assertEquals(Ending.TIME_LIMIT, other.ending());
  }

  @Test
  void changesComeWhenTheyAreDueAndToBothTasks() {
    Circumstances changing =
        new Circumstances(
            0, 0, List.of(new TaskChange(10, "gain", -1), new TaskChange(0, "mass", 2)));
    Pendulum one = new Pendulum();
    Pendulum other = new Pendulum();
    changing.apply(0, one, other);
    one.place(0, 0);
    one.step(new double[] {1});
    assertEquals(.05 * 1.5, one.state[1], 1e-15, "twice the mass, half the push");
    changing.apply(9, one, other);
    changing.apply(10, one, other);
    other.place(0, 0);
    other.step(new double[] {1});
    assertEquals(-.05 * 1.5, other.state[1], 1e-15);
  }

  @Test
  void whatCannotBeIsRefusedBeforeAnythingRuns() {
    assertThrows(IllegalArgumentException.class, () -> new Circumstances(-1, 0, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Circumstances(0, Double.NaN, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new TaskChange(-1, "gain", 1));
    assertThrows(IllegalArgumentException.class, () -> new LateTask(new Pendulum(), 0));
    Circumstances odd = new Circumstances(0, 0, List.of(new TaskChange(1, "wind", 1)));
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> new RewardTrial("Pendulum-v1", odd, 100, 10));
    assertTrue(e.getMessage().contains("no parameter \"wind\""), e.getMessage());
  }
}
