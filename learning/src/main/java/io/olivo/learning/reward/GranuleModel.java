package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A forward model on granules of its own, and the command that leads to where reward was found.
 *
 * <pre>
 * x(t+h) - x(t) = A . q + (B . q) u      u: mean of a / limit over h = 4 steps   {@link ForwardModel}
 * m, w = where reward is to be had                                               {@link RewardGoal}
 * e = x + A . q - m                               the wiring may follow {@link InputRelevance}
 * command = clip(-(B' w B + .01 I)^-1 B' w e, +-1)           0 in the first 1000 steps
 * </pre>
 *
 * <p>Looks four steps ahead: for bodies with an actuator at each joint. Where momentum must be
 * gathered first it misleads; {@link CommandGate} finds out. Shapes: x, e, m, w [input], command
 * [action], q 48 groups of 64 that see the inputs they are given, four each; 96 groups if it
 * selects among them. Units: x standard deviations, command 1. Cost: {@link ForwardModel} twice.
 * Source: Jordan and Rumelhart (1992), Cognitive Science 16:307; Tikhonov's damped least squares.
 */
@HotPath
final class GranuleModel {
  private static final int HORIZON = 4; // h
  private static final int GROUPS = 48;
  private static final int GROUPS_SELECTING = 96; // until it is known, many see what is of no use
  private static final int PROTOTYPES = 64;
  private static final int FAN_IN = 4;
  private static final double RATE = .2;
  private static final double DAMPING = .01;
  private static final long WARM_UP = 1000; // steps

  private final int inputs;
  private final int actions;
  private final WinnerTakeAll granules;
  private final ForwardModel model;
  private final RewardGoal goal;
  private final @Nullable InputRelevance relevance; // until it is known, if it is asked
  private final Chance chance;
  private final int[][] winners; // of the last states [step % h]
  private final double[][] state; // x of the last states [step % h][input]
  private final double[][] action; // u of the last actions [step % h][action]
  private final double[] meanAction; // over h steps
  private final int[] glance; // of any other
  private final LeastSquaresCommand command;
  private long inEpisode; // steps
  private long steps;

  /**
   * Draws the wiring.
   *
   * @param use what its granules may see
   */
  GranuleModel(int inputs, int actions, ModelUse use, Chance chance) {
    this.inputs = inputs;
    this.actions = actions;
    int groups = use.selecting() ? GROUPS_SELECTING : GROUPS;
    winners = new int[HORIZON][groups];
    glance = new int[groups];
    granules = new WinnerTakeAll(groups, PROTOTYPES, FAN_IN, use.inputs(), inputs, chance);
    model = new ForwardModel(granules.size(), inputs, actions, RATE);
    goal = new RewardGoal(inputs, use.selecting());
    relevance = use.selecting() ? new InputRelevance(inputs, chance) : null;
    this.chance = chance;
    state = new double[HORIZON][inputs];
    action = new double[HORIZON][actions];
    meanAction = new double[actions];
    command = new LeastSquaresCommand(actions, DAMPING);
  }

  /**
   * Fills the command for a state.
   *
   * @param deployed whether towards the goal that is deployed
   * @param filled over its limits [action]
   */
  void command(double[] x, boolean deployed, double[] filled) {
    if (!hasGoal()) {
      Arrays.fill(filled, 0);
      return;
    }
    granules.fill(x, glance);
    model.read(glance);
    command.begin();
    for (int j = 0; j < inputs; j++) {
      double weight = goal.weight(j, deployed);
      if (weight > 0) {
        command.want(model, j, weight, x[j] + model.drift(j) - goal.mean(j, deployed));
      }
    }
    command.solve(filled);
  }

  /**
   * Learns from one step.
   *
   * @param x state before
   * @param u what was done over its limits [action]
   * @param after state that followed
   * @param reward of the step
   * @param usual size of rewards
   */
  void learn(double[] x, double[] u, double[] after, double reward, double usual) {
    int place = (int) (inEpisode % HORIZON);
    Rows.copy(x, state[place]);
    Rows.copy(u, action[place]);
    granules.fill(x, winners[place]);
    inEpisode++;
    steps++;
    if (inEpisode >= HORIZON) {
      learnFrom((int) (inEpisode % HORIZON), after);
    }
    goal.learn(reward, usual, after);
  }

  private void learnFrom(int oldest, double[] after) {
    for (int i = 0; i < actions; i++) {
      meanAction[i] = 0;
      for (double[] u : action) {
        meanAction[i] += u[i] / HORIZON;
      }
    }
    if (relevance != null && relevance.isOpen()) {
      select(relevance, state[oldest], after, winners[oldest]);
    }
    int[] fired = winners[oldest];
    model.read(fired);
    for (int j = 0; j < inputs; j++) {
      double error = after[j] - state[oldest][j] - model.predict(j, meanAction);
      model.learn(fired, j, meanAction, error);
    }
  }

  /** Measures which inputs are needed; the wiring follows once that is known. */
  private void select(InputRelevance among, double[] before, double[] after, int[] fired) {
    double plain = squaredError(before, after, fired);
    granules.fill(among.mix(before), glance);
    among.learn(before, plain, squaredError(before, after, glance));
    if (!among.isOpen()) {
      granules.rewire(among, chance);
      model.forget();
      seeAgain();
    }
  }

  private double squaredError(double[] before, double[] after, int[] fired) {
    model.read(fired);
    double sum = 0;
    for (int j = 0; j < inputs; j++) {
      double error = after[j] - before[j] - model.predict(j, meanAction);
      sum += error * error;
    }
    return sum;
  }

  private void seeAgain() {
    for (int place = 0; place < HORIZON; place++) {
      granules.fill(state[place], winners[place]);
    }
  }

  /** Whether there is a command. */
  boolean hasGoal() {
    return steps >= WARM_UP;
  }

  /** An episode begins. */
  void begin() {
    inEpisode = 0;
  }

  void save(StateWriter out) {
    granules.save(out, "model.granules");
    model.save(out, "model.table");
    goal.save(out);
    if (relevance != null) {
      relevance.save(out);
    }
    out.put("model.state", state);
    out.put("model.action", action);
    out.put("model.in_episode", inEpisode);
    out.put("model.steps", steps);
  }

  void load(StateReader in) {
    granules.load(in, "model.granules");
    model.load(in, "model.table");
    goal.load(in);
    if (relevance != null) {
      relevance.load(in);
    }
    in.get("model.state", state);
    in.get("model.action", action);
    inEpisode = in.getLong("model.in_episode");
    steps = in.getLong("model.steps");
    seeAgain();
  }
}
