package io.olivo.controller.wire;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes one message: a JSON object that begins with its version. */
final class JsonOut {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int TYPICAL_BYTES = 512;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

  JsonOut() {
    this(true);
  }

  private JsonOut(boolean ours) {
    begin();
    if (ours) {
      whole("v", JsonIn.VERSION);
    }
  }

  /** A message of somebody else's protocol, without our version. */
  static JsonOut foreign() {
    return new JsonOut(false);
  }

  JsonOut begin() {
    json.writeStartObject();
    return this;
  }

  JsonOut begin(String name) {
    json.writeName(name);
    return begin();
  }

  JsonOut end() {
    json.writeEndObject();
    return this;
  }

  JsonOut beginArray(String name) {
    json.writeName(name);
    json.writeStartArray();
    return this;
  }

  JsonOut endArray() {
    json.writeEndArray();
    return this;
  }

  JsonOut text(String name, String value) {
    json.writeName(name);
    json.writeString(value);
    return this;
  }

  JsonOut whole(String name, long value) {
    json.writeName(name);
    json.writeNumber(value);
    return this;
  }

  JsonOut flag(String name, boolean value) {
    json.writeName(name);
    json.writeBoolean(value);
    return this;
  }

  JsonOut number(String name, double value) {
    json.writeName(name);
    number(value);
    return this;
  }

  JsonOut numbers(String name, double[] values) {
    beginArray(name);
    for (double value : values) {
      number(value);
    }
    return endArray();
  }

  JsonOut wholes(String name, long[] values) {
    beginArray(name);
    for (long value : values) {
      json.writeNumber(value);
    }
    return endArray();
  }

  JsonOut flags(String name, boolean[] values) {
    beginArray(name);
    for (boolean value : values) {
      json.writeBoolean(value);
    }
    return endArray();
  }

  JsonOut texts(String name, Iterable<String> values) {
    beginArray(name);
    values.forEach(json::writeString);
    return endArray();
  }

  byte[] done() {
    end();
    json.close();
    return bytes.toByteArray();
  }

  /** {@code Double.toString} is the shortest text that reads back to the same bits. */
  private void number(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value)); // NaN, Infinity, -Infinity
    }
  }
}
