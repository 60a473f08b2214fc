package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A task given by its equations: a state, a step of it, and the reward of the step. Velocities are
 * clipped between the two halves of an Euler step, so {@link io.olivo.sim.plant.MechanicalPlant}
 * does not fit.
 */
public abstract class EquationTask implements Task {
  private final String name;
  private final ActionSpace actions;
  private final int timeLimit;
  private final List<String> observations;
  private final Map<String, double[]> parameters = new TreeMap<>();
  private int steps;
  private Ending ending = Ending.NONE;

  /** SI; the subclass says what is what. */
  protected final double[] state;

  /**
   * @param name of the task
   * @param states how many numbers its state has
   * @param actions what may be done
   * @param timeLimit steps of an episode
   * @param observations their names
   */
  protected EquationTask(
      String name, int states, ActionSpace actions, int timeLimit, String... observations) {
    this.name = name;
    this.actions = actions;
    this.timeLimit = timeLimit;
    this.observations = List.of(observations);
    state = new double[states];
  }

  /** Declares a parameter; the array returned always holds its present value. */
  protected final double[] parameter(String of, double initial) {
    double[] value = {initial};
    parameters.put(of, value);
    return value;
  }

  /** Fills {@link #state} with the beginning of an episode. */
  protected abstract void begin(Chance chance);

  /**
   * Moves {@link #state} by one step.
   *
   * @return the reward
   */
  protected abstract double advance(double[] action);

  /** Whether the present state ends the episode. */
  protected abstract boolean isTerminal();

  /** Begins an episode in this state. */
  public final void place(double... beginning) {
    System.arraycopy(beginning, 0, state, 0, state.length);
    steps = 0;
    ending = Ending.NONE;
  }

  @Override
  public final void reset(Chance chance) {
    steps = 0;
    ending = Ending.NONE;
    begin(chance);
  }

  @Override
  @HotPath
  public final double step(double[] action) {
    double reward = advance(action);
    steps++;
    ending = isTerminal() ? Ending.TERMINAL : steps >= timeLimit ? Ending.TIME_LIMIT : Ending.NONE;
    return reward;
  }

  @Override
  public final Ending ending() {
    return ending;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> observations() {
    return observations;
  }

  @Override
  public final ActionSpace actions() {
    return actions;
  }

  @Override
  public final int timeLimit() {
    return timeLimit;
  }

  @Override
  public final List<String> parameters() {
    return List.copyOf(parameters.keySet());
  }

  @Override
  public final void set(String parameter, double value) {
    double[] known = parameters.get(parameter);
    if (known == null) {
      throw new IllegalArgumentException(
          "%s has no parameter \"%s\"; it has %s"
              .formatted(name, parameter, String.join(", ", parameters.keySet())));
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s of %s must be a number, got %s".formatted(parameter, name, value));
    }
    known[0] = value;
  }

  @Override
  public final void save(StateWriter out) {
    out.put("task.state", state);
    out.put("task.steps", (long) steps);
    out.put("task.ending", number(ending));
    parameters.forEach((of, value) -> out.put("task.parameter." + of, value));
  }

  @Override
  public final void load(StateReader in) {
    in.get("task.state", state);
    steps = (int) in.getLong("task.steps");
    ending = ending(in.getLong("task.ending"));
    parameters.forEach((of, value) -> in.get("task.parameter." + of, value));
  }

  private static long number(Ending ending) {
    return switch (ending) {
      case NONE -> 0;
      case TERMINAL -> 1;
      case TIME_LIMIT -> 2;
    };
  }

  private static Ending ending(long number) {
    return number == 0 ? Ending.NONE : number == 1 ? Ending.TERMINAL : Ending.TIME_LIMIT;
  }

  /** The angle in [-pi, pi). */
  @HotPath
  protected static double wrapped(double angle) {
    double rest = (angle + Math.PI) % (2 * Math.PI);
    return (rest < 0 ? rest + 2 * Math.PI : rest) - Math.PI;
  }
}
