package io.olivo.controller.wire;

import java.util.Arrays;

/**
 * One tick as it is shown to people. A struct: made once, then filled again and again; the {@link
 * Description} says what each column means. After a failed {@link #decode} its content is
 * undefined.
 *
 * <pre>{"v":1,"session":"c1","seq":7,"time_ns":14000000,"values":[0.1,0.2,1.5],
 *  "clipped":[false],"learner":[0.03],"state":"running","clock_ms":1796041979123,"age_ms":[0.4,0],
 *  "health":[12.5]}</pre>
 */
public final class TelemetryFrame {
  /** The run of the controller. */
  public String session = "";

  /** Counts the ticks of the run. */
  public long seq;

  /** Robot time of the tick [ns]. */
  public long timeNanos;

  /** [column] sensors, then commands applied, in the order of the description, each in its unit. */
  public final double[] values;

  /** [actuator] whether the envelope cut its command. */
  public final boolean[] clipped;

  /** [number] the learner's own, named by {@link Description#learner}. */
  public final double[] learner;

  /** What the loop does, such as "running"; empty if unknown. */
  public String state = "";

  /** The robot's wall clock when it sent this [ms since 1970]; 0 if unknown. */
  public long clockMillis;

  /**
   * [sensor] how long before the tick each was read [ms], -1 for never; 0 where nothing is told.
   */
  public final double[] ageMillis;

  /** [number] how the robot itself does, named by {@link Dashboard#health}. */
  public final double[] health;

  /** Room for so many sensors, actuators, numbers of the learner and of the robot's health. */
  public TelemetryFrame(int sensors, int actuators, int learnerNumbers, int healthNumbers) {
    values = new double[sensors + actuators];
    clipped = new boolean[actuators];
    learner = new double[learnerNumbers];
    ageMillis = new double[sensors];
    health = new double[healthNumbers];
  }

  /** Room for the frames of a robot. */
  public TelemetryFrame(Description robot) {
    this(
        robot.sensors().size(),
        robot.actuators().size(),
        robot.learner().size(),
        robot.dashboard().health().size());
  }

  /** Takes over everything from one of the same size. */
  public void set(TelemetryFrame other) {
    session = other.session;
    seq = other.seq;
    timeNanos = other.timeNanos;
    state = other.state;
    clockMillis = other.clockMillis;
    System.arraycopy(other.values, 0, values, 0, values.length);
    System.arraycopy(other.clipped, 0, clipped, 0, clipped.length);
    System.arraycopy(other.learner, 0, learner, 0, learner.length);
    System.arraycopy(other.ageMillis, 0, ageMillis, 0, ageMillis.length);
    System.arraycopy(other.health, 0, health, 0, health.length);
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("session", session).whole("seq", seq);
    out.whole("time_ns", timeNanos).numbers("values", values).flags("clipped", clipped);
    out.numbers("learner", learner);
    encodeWhatMayBeMissing(out);
    return out.done();
  }

  private void encodeWhatMayBeMissing(JsonOut out) {
    if (!state.isEmpty()) {
      out.text("state", state);
    }
    if (clockMillis != 0) {
      out.whole("clock_ms", clockMillis).numbers("age_ms", ageMillis);
    }
    if (health.length > 0) {
      out.numbers("health", health);
    }
  }

  /**
   * Fills this from a message.
   *
   * @throws WireException when anything is wrong with it, its numbers of values included
   */
  public void decode(byte[] payload) throws WireException {
    forget();
    JsonIn in = JsonIn.read(payload, this::take);
    in.require("session", "seq", "time_ns", "values", "clipped", "learner");
  }

  private void forget() {
    state = "";
    clockMillis = 0;
    Arrays.fill(ageMillis, 0);
    Arrays.fill(health, Double.NaN);
  }

  private void take(String name, JsonIn in) throws WireException {
    switch (name) {
      case "session" -> session = in.id();
      case "seq" -> seq = in.whole();
      case "time_ns" -> timeNanos = in.whole();
      case "values" -> in.numbers(values);
      case "clipped" -> in.flags(clipped);
      case "learner" -> in.numbers(learner);
      case "state" -> state = in.shortText();
      case "clock_ms" -> clockMillis = in.whole();
      case "age_ms" -> in.numbers(ageMillis);
      case "health" -> in.numbers(health);
      default -> in.skip();
    }
  }
}
