package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import org.junit.jupiter.api.Test;

class GranuleModelTest {
  private static final GranuleConstants SMALL = GranuleConstants.R.withGranules(32, 32, 3);

  private static GranuleActorCritic learner(
      Task task, GranuleConstants constants, ModelUse use, long seed) {
    int inputs = task.observation.length;
    GranuleConfig config = GranuleConfig.of(inputs, task.actions(), constants).withModel(use);
    GranuleActorCritic learner = new GranuleActorCritic(config, new Chance(seed));
    learner.begin(task.observation);
    return learner;
  }

  @Test
  void modelLearnsWhatComesOfAnAction() {
    ForwardModel model = new ForwardModel(2, 2, 1, .2);
    Chance chance = new Chance(1);
    double[] u = new double[1];
    for (int n = 0; n < 2000; n++) {
      int[] winners = {n % 2};
      u[0] = chance.uniform(-1, 1);
      model.read(winners);
      double sign = n % 2 == 0 ? 1 : -1;
      model.learn(winners, 0, u, .3 + 2 * sign * u[0] - model.predict(0, u));
      model.learn(winners, 1, u, -.5 * u[0] - model.predict(1, u));
    }
    model.read(new int[] {1});
    assertEquals(.3, model.drift(0), 1e-3);
    assertEquals(-2, model.effect(0, 0), 1e-3);
    assertEquals(0, model.drift(1), 1e-3);
    assertEquals(-.5, model.effect(1, 0), 1e-3);
  }

  @Test
  void commandSolvesItsNormalEquations() {
    ForwardModel model = new ForwardModel(1, 3, 2, 1);
    int[] winners = {0};
    double[][] effect = {{.5, .1}, {-.2, .7}, {.3, .3}};
    for (int j = 0; j < 3; j++) {
      for (int n = 0; n < 400; n++) {
        double[] u = {n % 2, n % 3 - 1};
        model.read(winners);
        double wanted = effect[j][0] * u[0] + effect[j][1] * u[1];
        model.learn(winners, j, u, wanted - model.predict(j, u));
      }
    }
    model.read(winners);
    double[] e = {.2, -.1, .05};
    double[] weight = {1, 2, 3};
    LeastSquaresCommand command = new LeastSquaresCommand(2, .01);
    command.begin();
    for (int j = 0; j < 3; j++) {
      command.want(model, j, weight[j], e[j]);
    }
    double[] u = new double[2];
    command.solve(u);
    for (int i = 0; i < 2; i++) {
      double slope = .01 * u[i];
      for (int j = 0; j < 3; j++) {
        slope += weight[j] * effect[j][i] * (e[j] + effect[j][0] * u[0] + effect[j][1] * u[1]);
      }
      assertEquals(0, slope, 1e-4, "the derivative by each command");
    }
  }

  @Test
  void rewardItselfTellsWhichInputsMatter() {
    RewardGoal goal = new RewardGoal(2, false);
    Chance chance = new Chance(2);
    double[] x = new double[2];
    for (int n = 0; n < 20_000; n++) {
      x[0] = chance.normal();
      x[1] = chance.normal();
      goal.learn(-Math.abs(x[0] - .5), 1, x);
    }
    assertEquals(.5, goal.mean(0, false), .05);
    assertTrue(goal.weight(0, false) > 20, "w " + goal.weight(0, false));
    assertEquals(0, goal.weight(1, false), "the other input does not matter");
  }

  @Test
  void deployedGoalRestsWhileTheLiveOneFollowsEveryEpisode() {
    RewardGoal goal = new RewardGoal(1, false);
    Chance chance = new Chance(4);
    double[] x = new double[1];
    double live = 0;
    double deployed = 0;
    for (int episode = 0; episode < 2000; episode++) {
      double off = .5 + .3 * chance.normal(); // where this one ends
      for (int n = 0; n < 50; n++) {
        x[0] = off + chance.normal() * (n < 40 ? 2 : .05);
        goal.learn(n < 40 ? -1 : 0, 1, x);
      }
      live = Math.max(live, episode < 1000 ? 0 : Math.abs(goal.mean(0, false) - .5));
      deployed = Math.max(deployed, episode < 1000 ? 0 : Math.abs(goal.mean(0, true) - .5));
    }
    assertTrue(deployed < .6 * live, "at most %s off, live %s".formatted(deployed, live));
    assertTrue(goal.weight(0, true) > 2, "and it knows that the input matters");
  }

  @Test
  void commandIsDeployedWhereItHelps() {
    ModelUse speeds = new ModelUse(true, 0, 1);
    GranuleActorCritic guided = learner(new PointMass(1), SMALL, speeds, 900);
    GranuleActorCritic plain = learner(new PointMass(1), SMALL, ModelUse.NONE, 900);
    new PointMass(1).teach(guided, 20_000);
    new PointMass(1).teach(plain, 20_000);
    double with = new PointMass(99).deployed(guided, 50);
    double without = new PointMass(99).deployed(plain, 50);
    assertTrue(guided.isGuided());
    assertTrue(with > without + 1, "return " + with + " with it, " + without + " without");
  }

  @Test
  void commandStaysOutWhereItMisleads() {
    Pendulum task = new Pendulum(1);
    GranuleActorCritic learner =
        learner(task, GranuleConstants.U98, new ModelUse(true, 0, 1, 2), 900);
    boolean everGuided = false;
    for (int n = 0; n < 20; n++) {
      task.teach(learner, 1000);
      everGuided |= learner.isGuided();
    }
    assertFalse(everGuided);
    double deployed = new Pendulum(99).deployed(learner, 20);
    assertTrue(deployed > -250, "and the rest learns as before: " + deployed);
  }

  @Test
  void gateOpensForWhatIsBetterAndClosesWhenItIsNot() {
    CommandGate gate = new CommandGate();
    Chance chance = new Chance(3);
    gate.open();
    gate.forget();
    assertFalse(gate.isOpen(), "not without a trial");
    assertTrue(run(gate, 400, 1, chance) > .7, "most episodes go with it");
    assertTrue(gate.isOpen());
    assertTrue(run(gate, 400, -1, chance) < .3, "it has become worse");
    assertFalse(gate.isOpen());
    assertTrue(run(gate, 400, 1, chance) > .5, "and is noticed when it is better again");
    assertTrue(gate.isOpen());
  }

  /** Share of episodes with the command, whose returns are better by so much. */
  private static double run(CommandGate gate, int episodes, double better, Chance chance) {
    int with = 0;
    for (int n = 0; n < episodes; n++) {
      with += gate.isWith() ? 1 : 0;
      gate.step(chance.normal() + (gate.isWith() ? better : 0), true);
    }
    return (double) with / episodes;
  }

  @Test
  void gateStaysShutForWhatMakesNoDifference() {
    int open = 0;
    for (int seed = 0; seed < 100; seed++) {
      CommandGate gate = new CommandGate();
      gate.open();
      gate.forget();
      run(gate, 60, 0, new Chance(seed));
      open += gate.isOpen() ? 1 : 0;
    }
    assertTrue(open <= 12, "open by mistake in " + open + " of 100");
  }

  @Test
  void savedInMidEpisodeItGoesOnBitForBit() {
    Task task = new PointMass(4);
    ModelUse speeds = new ModelUse(true, 0, 1);
    GranuleActorCritic one = learner(task, SMALL, speeds, 900);
    task.teach(one, 3777);
    GranuleActorCritic other = learner(task, SMALL, speeds, 901);
    other.load(new StateReader(Twins.saved(one).bytes()));
    Twins.liveAlike(task, one, other, 2000);
  }

  @Test
  void stepWithAModelAllocatesNothing() {
    Task task = new PointMass(5);
    GranuleActorCritic learner = learner(task, SMALL, new ModelUse(false, 0, 1), 900);
    double[] action = new double[2];
    Runnable step =
        () -> {
          learner.act(task.observation, action);
          double reward = task.step(action);
          learner.learn(action, reward, task.observation, Ending.NONE);
        };
    assertEquals(0, Allocation.leastBytes(3000, step));
  }

  @Test
  void choicesCannotBeCommanded() {
    GranuleConfig plain = GranuleConfig.of(4, new ActionSpace.Choice(2), SMALL);
    ModelUse use = new ModelUse(true, 0);
    assertThrows(IllegalArgumentException.class, () -> plain.withModel(use));
    GranuleConfig bounded = GranuleConfig.of(4, new ActionSpace.Bounded(1), SMALL);
    ModelUse beyond = new ModelUse(true, 4);
    assertThrows(IllegalArgumentException.class, () -> bounded.withModel(beyond));
  }
}
