package io.olivo.controller.wire;

import java.util.List;

/**
 * What a watcher wants to know of a robot, beside its channels.
 *
 * <pre>{"config":"9f86d081...","health":["late_us","dropped"],"commands":["arm","stop"],
 *  "body":[{"channel":"shoulder.angle","motion":"turn","axis":"z","length":0.3}]}</pre>
 *
 * @param config SHA-256 of the robot file as it was read, in hex; empty if unknown
 * @param health names of {@link TelemetryFrame#health}
 * @param commands words that it obeys
 * @param body the chain of its parts from the base, for a sketch; empty if unknown
 */
public record Dashboard(
    String config, List<String> health, List<String> commands, List<BodyPart> body) {
  /** Nothing to tell. */
  public static final Dashboard NONE = new Dashboard("", List.of(), List.of(), List.of());

  /** Keeps its own copies. */
  public Dashboard {
    health = List.copyOf(health);
    commands = List.copyOf(commands);
    body = List.copyOf(body);
  }

  void write(JsonOut out) {
    if (equals(NONE)) {
      return;
    }
    out.begin("dashboard").text("config", config).texts("health", health);
    out.texts("commands", commands).beginArray("body");
    body.forEach(part -> part.write(out));
    out.endArray().end();
  }

  static Dashboard read(JsonIn in) throws WireException {
    Draft draft = new Draft();
    in.object(draft::take);
    return new Dashboard(draft.config, draft.health, draft.commands, draft.body);
  }

  private static final class Draft {
    private String config = "";
    private List<String> health = List.of();
    private List<String> commands = List.of();
    private List<BodyPart> body = List.of();

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "config" -> config = in.text();
        case "health" -> health = in.texts();
        case "commands" -> commands = in.texts();
        case "body" -> body = BodyPart.readAll(in);
        default -> in.skip();
      }
    }
  }
}
