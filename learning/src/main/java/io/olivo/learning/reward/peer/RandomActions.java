package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Draws its actions and learns nothing; deploys the middle of what it may do. */
@HotPath
public final class RandomActions implements RewardLearner {
  private final ActionSpace actions;
  private final Chance chance;
  private boolean frozen;

  /** Draws from these. */
  public RandomActions(ActionSpace actions, Chance chance) {
    this.actions = actions;
    this.chance = chance;
  }

  @Override
  public ActionSpace actions() {
    return actions;
  }

  @Override
  public void begin(double[] observation) {
    // remembers nothing
  }

  @Override
  public void act(double[] observation, double[] action) {
    if (frozen) {
      actGreedily(observation, action);
      return;
    }
    for (int i = 0; i < action.length; i++) {
      action[i] =
          switch (actions) {
            case ActionSpace.Choice choice -> chance.index(choice.choices());
            case ActionSpace.Bounded bounded -> chance.uniform(-bounded.limit(i), bounded.limit(i));
          };
    }
  }

  @Override
  public void actGreedily(double[] observation, double[] action) {
    for (int i = 0; i < action.length; i++) {
      action[i] = middle(actions);
    }
  }

  private static int middle(ActionSpace of) {
    return of instanceof ActionSpace.Choice choice ? (choice.choices() - 1) / 2 : 0;
  }

  @Override
  public void learn(double[] applied, double reward, double[] next, Ending ending) {
    // learns nothing
  }

  @Override
  public void freeze(boolean frozen) {
    this.frozen = frozen;
  }

  @Override
  public long refused() {
    return 0;
  }

  @Override
  public void save(StateWriter out) {
    chance.save(out, "random.chance");
  }

  @Override
  public void load(StateReader in) {
    chance.load(in, "random.chance");
  }
}
