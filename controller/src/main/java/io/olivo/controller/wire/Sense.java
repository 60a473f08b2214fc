package io.olivo.controller.wire;

import java.util.Arrays;

/**
 * What the simulated hardware measured at one tick. A struct: made once, then filled and read again
 * and again. After a failed {@link #decode} its content is undefined.
 *
 * <pre>{"v":1,"session":"s1","seq":7,"time_ns":14000000,"episode":0,"reset":false,
 *  "ending":"none","reward":-0.5,"values":[0.1,"NaN"],"truth":[0.1]}</pre>
 */
public final class Sense {
  /** Age of a channel that was never read. */
  public static final long NEVER = -1;

  /** The run of the simulator; a restarted one opens another. */
  public String session = "";

  /** Counts ticks within the session, from any number, by one. */
  public long seq;

  /** Robot time of this tick [ns]. */
  public long timeNanos;

  /** Counts episodes within the session. */
  public long episode;

  /** Whether the plant was put somewhere else just before this tick. */
  public boolean reset;

  /** How the episode ended, if it did, with this tick. */
  public Ending ending = Ending.NONE;

  /** Whether {@link #reward} means anything. */
  public boolean hasReward;

  /** Reward for the command before this tick [reward]. */
  public double reward;

  /** [sensor] in the channel's unit, in the order of the description. */
  public final double[] values;

  /** [sensor] how long before this tick it was read [ns], or {@link #NEVER}; mostly all 0. */
  public final long[] ageNanos;

  /** [truth] in the units of the channels they are the truth of; may be empty. */
  public final double[] truth;

  /** Room for a simulator with so many sensors and so many true values. */
  public Sense(int sensors, int truths) {
    values = new double[sensors];
    ageNanos = new long[sensors];
    truth = new double[truths];
  }

  /** Takes over everything from one of the same size. */
  public void set(Sense other) {
    session = other.session;
    seq = other.seq;
    timeNanos = other.timeNanos;
    episode = other.episode;
    reset = other.reset;
    ending = other.ending;
    hasReward = other.hasReward;
    reward = other.reward;
    System.arraycopy(other.values, 0, values, 0, values.length);
    System.arraycopy(other.ageNanos, 0, ageNanos, 0, ageNanos.length);
    System.arraycopy(other.truth, 0, truth, 0, truth.length);
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("session", session).whole("seq", seq);
    out.whole("time_ns", timeNanos).whole("episode", episode).flag("reset", reset);
    out.text("ending", ending.wire());
    if (hasReward) {
      out.number("reward", reward);
    }
    out.numbers("values", values);
    if (anyAge()) {
      out.wholes("age_ns", ageNanos);
    }
    return out.numbers("truth", truth).done();
  }

  private boolean anyAge() {
    for (long age : ageNanos) {
      if (age != 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fills this from a message; what the message may leave out is none, 0 or false.
   *
   * @throws WireException when anything is wrong with it, its numbers of values included
   */
  public void decode(byte[] payload) throws WireException {
    episode = 0;
    reset = false;
    ending = Ending.NONE;
    hasReward = false;
    reward = 0;
    Arrays.fill(ageNanos, 0);
    JsonIn in = JsonIn.read(payload, this::take);
    in.require("session", "seq", "time_ns", "values");
    if (truth.length > 0) {
      in.require("truth");
    }
  }

  private void take(String name, JsonIn in) throws WireException {
    switch (name) {
      case "session" -> session = in.id();
      case "seq" -> seq = in.whole();
      case "time_ns" -> timeNanos = in.whole();
      case "episode" -> episode = in.whole();
      case "reset" -> reset = in.flag();
      case "ending" -> ending = Ending.of(in.text());
      case "reward" -> takeReward(in);
      case "values" -> in.numbers(values);
      case "age_ns" -> in.wholes(ageNanos);
      case "truth" -> in.numbers(truth);
      default -> in.skip();
    }
  }

  private void takeReward(JsonIn in) throws WireException {
    reward = in.number();
    hasReward = true;
  }
}
