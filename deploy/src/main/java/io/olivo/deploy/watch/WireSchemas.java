package io.olivo.deploy.watch;

import java.util.List;

/** What messages look like, as JSON Schema, for programs that plot recordings. */
final class WireSchemas {
  /** The channels of a recording; all but the gaps are topics of the robot. */
  static final List<String> LEAVES = List.of("description", "state", "telemetry", "events", "gaps");

  private static final String NUMBERS =
      "{\"type\":\"array\",\"items\":{\"type\":[\"number\",\"string\"]}}";

  private WireSchemas() {}

  /** That of a channel. Numbers that are not finite are texts on the wire. */
  static String of(String leaf) {
    return "{\"type\":\"object\",\"properties\":{" + properties(leaf) + "}}";
  }

  private static String properties(String leaf) {
    return switch (leaf) {
      case "telemetry" ->
          String.join(
              ",",
              field("session", "string"),
              field("seq", "integer"),
              field("time_ns", "integer"),
              "\"values\":" + NUMBERS,
              "\"clipped\":{\"type\":\"array\",\"items\":{\"type\":\"boolean\"}}",
              "\"learner\":" + NUMBERS,
              field("state", "string"),
              field("clock_ms", "integer"),
              "\"age_ms\":" + NUMBERS,
              "\"health\":" + NUMBERS);
      case "events" ->
          String.join(
              ",",
              field("time_ns", "integer"),
              field("kind", "string"),
              field("text", "string"),
              field("id", "integer"));
      case "state" -> field("online", "boolean") + "," + field("session", "string");
      case "gaps" -> field("missing", "integer") + "," + field("before_seq", "integer");
      default ->
          String.join(
              ",",
              field("robot", "string"),
              field("session", "string"),
              field("rate_hz", "number"));
    };
  }

  private static String field(String name, String type) {
    return "\"%s\":{\"type\":\"%s\"}".formatted(name, type);
  }
}
