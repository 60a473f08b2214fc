package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TasksTest {
  static List<String> names() {
    return Tasks.names();
  }

  private static double[] action(Task task, Chance chance) {
    double[] action = new double[task.actions().size()];
    act(task, chance, action);
    return action;
  }

  private static void act(Task task, Chance chance, double[] action) {
    for (int i = 0; i < action.length; i++) {
      action[i] =
          switch (task.actions()) {
            case ActionSpace.Choice choice -> chance.index(choice.choices());
            case ActionSpace.Bounded bounded -> chance.uniform(-bounded.limit(i), bounded.limit(i));
          };
    }
  }

  /** Pendulum at a right angle: gravity 15 rad/s^2, torque of 1 N m gives 3. */
  @Test
  void pendulumFallsFromTheHorizontal() {
    Pendulum task = new Pendulum();
    task.place(Math.PI / 2, 1);
    double reward = task.step(new double[] {1});
    assertEquals(-(Math.PI * Math.PI / 4 + .1 + .001), reward, 1e-15);
    assertEquals(1 + .05 * 18, task.state[1], 1e-15);
    assertEquals(Math.PI / 2 + .05 * 1.9, task.state[0], 1e-15);
    double[] seen = new double[3];
    task.observe(seen);
    assertEquals(-StrictMath.sin(.095), seen[0], 1e-15);
    assertEquals(StrictMath.cos(.095), seen[1], 1e-15);
    assertEquals(1.9, seen[2], 1e-15);
  }

  @Test
  void pendulumPaysForTheClippedTorqueAndForTheShorterWayRound() {
    Pendulum task = new Pendulum();
    task.place(1.5 * Math.PI, 0);
    assertEquals(-(Math.PI * Math.PI / 4 + .004), task.step(new double[] {-100}), 1e-12);
    assertEquals(.05 * (-15 - 6), task.state[1], 1e-12);
  }

  /** Upright and still: A = 10/1.1, dw = -A / (.5 (4/3 - .1/1.1)), dv = A - .05 dw / 1.1. */
  @Test
  void cartIsPushedFromUnderThePole() {
    CartPole task = new CartPole();
    task.place(0, 0, 0, 0);
    assertEquals(1, task.step(new double[] {1}));
    double push = 10 / 1.1;
    double dw = -push / (.5 * (4.0 / 3 - .1 / 1.1));
    assertArrayEquals(
        new double[] {0, .02 * (push - .05 * dw / 1.1), 0, .02 * dw}, task.state, 1e-15);
  }

  @Test
  void poleThatLeansMoreThanTwelveDegreesEndsTheEpisode() {
    CartPole task = new CartPole();
    task.place(0, 0, .2, .5);
    task.step(new double[] {1});
    assertEquals(.21, task.state[2], 1e-15);
    assertEquals(Ending.TERMINAL, task.ending());
    task.place(2.39, .4, 0, 0);
    task.step(new double[] {1});
    assertEquals(Ending.NONE, task.ending(), "2.398 m");
    task.step(new double[] {1});
    assertEquals(Ending.TERMINAL, task.ending());
  }

  @Test
  void carStopsAtTheLeftWallAndIsPaidAtTheGoal() {
    MountainCar task = new MountainCar();
    task.place(-1.19, -.05);
    assertEquals(-.1, task.step(new double[] {-1}), 1e-15);
    assertArrayEquals(new double[] {-1.2, 0}, task.state);
    task.place(.44, .02);
    assertEquals(100 - .025, task.step(new double[] {.5}), 1e-12);
    assertEquals(Ending.TERMINAL, task.ending());
    assertTrue(task.isSuccess(new EpisodeScore(task)));
  }

  @Test
  void acrobotHangingStillStaysAndIsPaidMinusOne() {
    Acrobot task = new Acrobot();
    task.place(0, 0, 0, 0);
    assertEquals(-1, task.step(new double[] {1}));
    assertArrayEquals(new double[4], task.state, 1e-15);
    task.place(Math.PI, 0, 0, 0);
    assertEquals(0, task.step(new double[] {1}), "upright");
    assertEquals(Ending.TERMINAL, task.ending());
  }

  @Test
  void swingUpPaysOneForStandingInTheMiddleAndTheCartStopsAtTheEnd() {
    SwingUp task = new SwingUp();
    task.place(0, 0, 0, 0);
    assertEquals(1, task.step(new double[] {0}), 1e-15);
    task.place(2.39, 3, Math.PI, 0);
    double reward = task.step(new double[] {1});
    assertEquals(2.4, task.state[0]);
    assertEquals(0, task.state[1]);
    assertEquals(-.31, reward, 1e-3, "nothing for hanging; the push and the stop cost");
  }

  @Test
  void bothFramesOfTheReacherSeeTheSameDistance() {
    double[] room = new double[8];
    double[] body = new double[6];
    Reacher2 one = new Reacher2(Reacher2.Frame.ROOM);
    Reacher2 other = new Reacher2(Reacher2.Frame.BODY);
    one.reset(new Chance(3));
    other.reset(new Chance(3));
    one.observe(room);
    other.observe(body);
    double distance = Math.sqrt(room[6] * room[6] + room[7] * room[7]);
    assertEquals(one.distance(), distance, 1e-15);
    assertEquals(distance, Math.sqrt(body[4] * body[4] + body[5] * body[5]), 1e-15);
    assertNotEquals(room[6], body[4], .001, "it is another frame");
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesAndShapesAgree(String name) {
    Task task = Tasks.named(name.toUpperCase(Locale.ROOT));
    assertEquals(name, task.name());
    double[] seen = new double[task.observations().size()];
    task.reset(new Chance(1));
    task.observe(seen);
    for (double value : seen) {
      assertTrue(Double.isFinite(value));
    }
    double[] longer = new double[seen.length + 1];
    longer[seen.length] = 77;
    task.observe(longer);
    assertEquals(77, longer[seen.length]);
  }

  @ParameterizedTest
  @MethodSource("names")
  void episodeThatReachesNothingEndsByTheClock(String name) {
    Task task = Tasks.named(name);
    Chance chance = new Chance(1);
    int limited = 0;
    for (int episode = 0; episode < 3; episode++) {
      task.reset(chance);
      assertEquals(Ending.NONE, task.ending());
      int steps = 0;
      while (task.ending() == Ending.NONE) {
        task.step(action(task, chance));
        steps++;
      }
      assertTrue(steps <= task.timeLimit());
      if (task.ending() == Ending.TIME_LIMIT) {
        assertEquals(task.timeLimit(), steps);
        limited++;
      }
    }
    assertEquals(name.equals("CartPole-v1") ? 0 : 3, limited);
  }

  @ParameterizedTest
  @MethodSource("names")
  void savedInTheMiddleOfAnEpisodeItGoesOnBitForBit(String name) {
    Task task = Tasks.named(name);
    Chance chance = new Chance(5);
    task.reset(chance);
    task.set("gain", .7);
    for (int t = 0; t < 7; t++) {
      task.step(action(task, chance));
    }
    StateWriter out = new StateWriter("task");
    task.save(out);
    Task other = Tasks.named(name);
    other.load(new StateReader(out.bytes()));
    double[] one = new double[task.observations().size()];
    double[] two = new double[one.length];
    Chance same = new Chance(9);
    for (int t = 7; task.ending() == Ending.NONE; t++) {
      double[] action = action(task, same);
      assertEquals(task.step(action), other.step(action));
      assertEquals(task.ending(), other.ending());
      task.observe(one);
      other.observe(two);
      assertArrayEquals(one, two, 0, "step " + t);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyParameterChangesWhatHappens(String name) {
    for (String parameter : Tasks.named(name).parameters()) {
      assertNotEquals(end(name, parameter, 0), end(name, parameter, .3), name + " " + parameter);
    }
  }

  private static double end(String name, String parameter, double more) {
    Task task = Tasks.named(name);
    task.reset(new Chance(2));
    double usual = parameter.equals("tilt") || parameter.equals("friction") ? 0 : 1;
    task.set(parameter, usual + more);
    double[] seen = new double[task.observations().size()];
    double[] action = new double[task.actions().size()];
    for (int t = 0; t < 6; t++) {
      action[0] = task.actions() instanceof ActionSpace.Choice ? t % 2 : 1;
      task.step(action);
    }
    task.observe(seen);
    double sum = 0;
    for (double value : seen) {
      sum += value;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "payload, 1, 'Pendulum-v1 has no parameter \"payload\"; it has friction, gain, length, mass, tilt'",
    "gain, NaN, 'gain of Pendulum-v1 must be a number, got NaN'",
  })
  void whatCannotBeSetIsRefused(String parameter, double value, String message) {
    Task task = new Pendulum();
    Exception e = assertThrows(IllegalArgumentException.class, () -> task.set(parameter, value));
    assertEquals(message, e.getMessage());
  }

  @Test
  void unknownTaskIsRefusedWithTheKnownOnes() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Tasks.named("Walker"));
    assertTrue(e.getMessage().contains("CartPole-v1, Pendulum-v1, Acrobot-v1"), e.getMessage());
  }

  @Test
  void tailIsTheMeanOfTheLastFifth() {
    EpisodeScore score = new EpisodeScore(new Reacher2(Reacher2.Frame.ROOM)); // 50 steps
    score.begin();
    for (int t = 0; t < 40; t++) {
      score.add(1);
    }
    assertTrue(Double.isNaN(score.tail()));
    for (int t = 0; t < 10; t++) {
      score.add(t);
    }
    assertEquals(4.5, score.tail());
    assertEquals(85, score.total());
    assertEquals(50, score.steps());
  }

  @ParameterizedTest
  @CsvSource({
    "CartPole-v1, 475, 0",
    "Pendulum-v1, -200, 0",
    "Acrobot-v1, -100, 0",
    "MountainCarContinuous-v0, 90, 0",
    "CartPoleSwingUp, 0, .9",
    "Reacher2, 0, .9",
  })
  void solvedIsAtTheBarAndNotBelow(String name, double meanReturn, double share) {
    Task task = Tasks.named(name);
    assertTrue(task.isSolved(meanReturn, share));
    assertFalse(task.isSolved(meanReturn - .01, share - .01));
  }

  @ParameterizedTest
  @MethodSource("names")
  void stepsAllocateNothing(String name) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Task task = Tasks.named(name);
    Chance chance = new Chance(1);
    double[] action = new double[task.actions().size()];
    double[] seen = new double[task.observations().size()];
    long least = Long.MAX_VALUE;
    for (int block = 0; block < 20; block++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int t = 0; t < 5000; t++) {
        if (t == 0 || task.ending() != Ending.NONE) {
          task.reset(chance);
        }
        action[0] = t % 2;
        task.step(action);
        task.observe(seen);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}
