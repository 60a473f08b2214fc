package io.olivo.controller.wire;

/**
 * What the controller commands: the answer to one {@link Sense}, or the safe command, which answers
 * none. A struct: made once, then filled again and again. After a failed {@link #decode} its
 * content is undefined.
 *
 * <pre>{"v":1,"session":"s1","seq":7,"safe":false,"values":[1.5,-0.25]}</pre>
 */
public final class Act {
  /** The simulator's session this belongs to. */
  public String session = "";

  /** The tick this answers; with {@link #safe}, the last one answered. */
  public long seq;

  /** Whether this is the safe command, sent because the inputs stopped or the run is over. */
  public boolean safe;

  /** Whether the plant is to be put back before the next tick: another episode is wanted. */
  public boolean reset;

  /** [actuator] in each actuator's unit, in the order of the description. */
  public final double[] values;

  /** Room for so many actuators. */
  public Act(int actuators) {
    values = new double[actuators];
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("session", session).whole("seq", seq).flag("safe", safe);
    if (reset) {
      out.flag("reset", true);
    }
    return out.numbers("values", values).done();
  }

  /**
   * Fills this from a message.
   *
   * @throws WireException when anything is wrong with it, its number of values included
   */
  public void decode(byte[] payload) throws WireException {
    safe = false;
    reset = false;
    JsonIn.read(payload, this::take).require("session", "seq", "values");
  }

  private void take(String name, JsonIn in) throws WireException {
    switch (name) {
      case "session" -> session = in.id();
      case "seq" -> seq = in.whole();
      case "safe" -> safe = in.flag();
      case "reset" -> reset = in.flag();
      case "values" -> in.numbers(values);
      default -> in.skip();
    }
  }
}
