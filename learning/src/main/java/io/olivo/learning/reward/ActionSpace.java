package io.olivo.learning.reward;

/** What a learner from reward may do. */
public sealed interface ActionSpace {
  /** How many numbers an action has. */
  int size();

  /**
   * Each number lies within plus and minus its limit.
   *
   * @param limits [action], positive, in actuator units
   */
  @SuppressWarnings("ArrayRecordComponent") // its own copy; nobody compares two of them
  record Bounded(double... limits) implements ActionSpace {
    /** Keeps its own copy; a limit must be positive and finite. */
    public Bounded {
      limits = limits.clone();
      for (double limit : limits) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
          throw new IllegalArgumentException("an action's limit must be positive, got " + limit);
        }
      }
    }

    @Override
    public int size() {
      return limits.length;
    }

    /** The limit of one number. */
    public double limit(int action) {
      return limits[action];
    }
  }

  /**
   * One of a few choices; the action is one number, the index of the choice.
   *
   * @param choices how many, at least two
   */
  record Choice(int choices) implements ActionSpace {
    /** There must be a choice. */
    public Choice {
      if (choices < 2) {
        throw new IllegalArgumentException("a choice needs at least two ways, got " + choices);
      }
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
