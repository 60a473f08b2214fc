package io.olivo.controller.wire;

/**
 * One tick as it is shown to people. A struct: made once, then filled again and again; the {@link
 * Description} says what each column means. After a failed {@link #decode} its content is
 * undefined.
 *
 * <pre>{"v":1,"session":"c1","seq":7,"time_ns":14000000,"values":[0.1,0.2,1.5],
 *  "clipped":[false],"learner":[0.03]}</pre>
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

  /** Room for so many sensors, actuators and numbers of the learner. */
  public TelemetryFrame(int sensors, int actuators, int learnerNumbers) {
    values = new double[sensors + actuators];
    clipped = new boolean[actuators];
    learner = new double[learnerNumbers];
  }

  /** Room for the frames of a robot. */
  public TelemetryFrame(Description robot) {
    this(robot.sensors().size(), robot.actuators().size(), robot.learner().size());
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("session", session).whole("seq", seq);
    out.whole("time_ns", timeNanos).numbers("values", values).flags("clipped", clipped);
    return out.numbers("learner", learner).done();
  }

  /**
   * Fills this from a message.
   *
   * @throws WireException when anything is wrong with it, its numbers of values included
   */
  public void decode(byte[] payload) throws WireException {
    JsonIn in = JsonIn.read(payload, this::take);
    in.require("session", "seq", "time_ns", "values", "clipped", "learner");
  }

  private void take(String name, JsonIn in) throws WireException {
    switch (name) {
      case "session" -> session = in.id();
      case "seq" -> seq = in.whole();
      case "time_ns" -> timeNanos = in.whole();
      case "values" -> in.numbers(values);
      case "clipped" -> in.flags(clipped);
      case "learner" -> in.numbers(learner);
      default -> in.skip();
    }
  }
}
