package io.olivo.controller.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a robot does, seldom and by name, for programs that can't read a {@link Description}.
 *
 * <pre>{"v":1,"state":"running","problem":"","error":0.0012,"reconnects":0,
 *  "values":{"cart.position":0.1,"cart.force":-1.5}}</pre>
 *
 * @param state what the loop does, such as "running"
 * @param problem why it can't go on; empty if it can
 * @param error of the skill, in the unit of what it controls
 * @param reconnects of the link since the run began
 * @param values by channel, each in its unit
 */
public record Summary(
    String state, String problem, double error, long reconnects, Map<String, Double> values) {
  /** Keeps its own copy, in the same order. */
  public Summary {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("state", state).text("problem", problem);
    out.number("error", error).whole("reconnects", reconnects).begin("values");
    values.forEach(out::number);
    return out.end().done();
  }

  /** Reads the message. */
  public static Summary decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take).require("state", "problem", "error", "reconnects", "values");
    return new Summary(draft.state, draft.problem, draft.error, draft.reconnects, draft.values);
  }

  private static final class Draft {
    private String state = "";
    private String problem = "";
    private double error;
    private long reconnects;
    private final Map<String, Double> values = new LinkedHashMap<>();

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "state" -> state = in.text();
        case "problem" -> problem = in.text();
        case "error" -> error = in.number();
        case "reconnects" -> reconnects = in.whole();
        case "values" -> in.object((channel, value) -> values.put(channel, value.number()));
        default -> in.skip();
      }
    }
  }
}
