package io.olivo.controller.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What happened, in words, as Foxglove's log panel shows it: its schema {@code foxglove.Log}. */
final class LogTopic {
  static final String TOPIC = "/log";
  static final String SCHEMA = "foxglove.Log";

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int INFO = 2; // of UNKNOWN, DEBUG, INFO, WARNING, ERROR, FATAL
  private static final long SECOND = 1_000_000_000;

  private LogTopic() {}

  static byte[] schema() {
    return """
        {"title":"foxglove.Log","type":"object","properties":{\
        "timestamp":{"type":"object","title":"time","properties":{\
        "sec":{"type":"integer","minimum":0},\
        "nsec":{"type":"integer","minimum":0,"maximum":999999999}}},\
        "level":{"type":"integer"},"message":{"type":"string"},"name":{"type":"string"},\
        "file":{"type":"string"},"line":{"type":"integer","minimum":0}}}"""
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A message.
   *
   * @param wallNanos when [ns since 1970]
   * @param kind one word
   */
  static byte[] message(long wallNanos, String kind, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeName("timestamp");
      json.writeStartObject();
      json.writeNumberProperty("sec", Math.floorDiv(wallNanos, SECOND));
      json.writeNumberProperty("nsec", Math.floorMod(wallNanos, SECOND));
      json.writeEndObject();
      json.writeNumberProperty("level", INFO);
      json.writeStringProperty("message", text);
      json.writeStringProperty("name", kind);
      json.writeStringProperty("file", "");
      json.writeNumberProperty("line", 0);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
