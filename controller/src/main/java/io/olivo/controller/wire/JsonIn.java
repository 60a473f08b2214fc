package io.olivo.controller.wire;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one message field by field; whatever is wrong with it becomes a {@link WireException}. */
final class JsonIn {
  static final long VERSION = 1;
  static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_SHORT = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /** Takes the value of a field, or skips it. */
  interface Field {
    void take(String name, JsonIn in) throws WireException;
  }

  private final JsonParser json;
  private final Set<String> seen = new HashSet<>();

  private JsonIn(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads a whole message.
   *
   * @param field called for every field but the version
   * @return for {@link #require}
   */
  static JsonIn read(byte[] payload, Field field) throws WireException {
    if (payload.length > MAX_BYTES) {
      throw new WireException(payload.length + " bytes, the limit is " + MAX_BYTES);
    }
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), payload)) {
      JsonIn in = new JsonIn(json);
      in.message(field);
      return in;
    } catch (JacksonException e) {
      throw new WireException("not a JSON message: " + e.getOriginalMessage());
    }
  }

  private void message(Field field) throws WireException {
    json.nextToken();
    object(
        (name, in) -> {
          expect(seen.add(name), "no field twice"); // of two, two readers could take each one
          if (name.equals("v")) {
            version();
          } else {
            field.take(name, in);
          }
        });
    expect(json.nextToken() == null, "nothing after the message");
    require("v");
  }

  private void version() throws WireException {
    long version = whole();
    if (version != VERSION) {
      throw new WireException("version " + version + ", this end speaks " + VERSION);
    }
  }

  /** Refuses a message in which one of these fields was missing. */
  void require(String... names) throws WireException {
    for (String name : names) {
      expect(seen.contains(name), "a field \"" + name + "\"");
    }
  }

  /** Reads the fields of the object at hand. */
  void object(Field field) throws WireException {
    expect(json.currentToken() == JsonToken.START_OBJECT, "an object");
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.take(name, this);
    }
  }

  /** Reads the objects of the array at hand, and calls {@code each} at the beginning of each. */
  void objects(Field each) throws WireException {
    beginArray();
    while (nextElement()) {
      each.take("", this);
    }
  }

  /** Passes over a field that this version doesn't know. */
  void skip() {
    json.skipChildren();
  }

  String text() throws WireException {
    expect(json.currentToken() == JsonToken.VALUE_STRING, "a text");
    String text = json.getString();
    expect(isUnicode(text), "no half of a surrogate pair"); // RFC 7493, section 2.1
    return text;
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !isPair(text, i++)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  /** A text that is kept or sent back: at most 64 characters. */
  String shortText() throws WireException {
    String text = text();
    expect(text.length() <= MAX_SHORT, "at most " + MAX_SHORT + " characters");
    return text;
  }

  String id() throws WireException {
    String text = text();
    expect(Id.valid(text), "an id of 1 to 64 of A-Z a-z 0-9 _ -");
    return text;
  }

  String digest() throws WireException {
    String text = text();
    expect(SnapshotNote.isDigest(text), "a SHA-256 of 64 hex digits");
    return text;
  }

  boolean flag() throws WireException {
    JsonToken token = json.currentToken();
    expect(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, "true or false");
    return token == JsonToken.VALUE_TRUE;
  }

  long whole() throws WireException {
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "a whole number");
    return json.getLongValue();
  }

  /** A whole number that is not negative. */
  long count() throws WireException {
    long value = whole();
    expect(value >= 0, "a number that is not negative");
    return value;
  }

  /** Bytes as base64 (RFC 4648), at most so many. */
  byte[] bytes(int most) throws WireException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text());
      expect(bytes.length <= most, "at most " + most + " bytes");
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new WireException("expected base64 at \"" + json.currentName() + "\"");
    }
  }

  double number() throws WireException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return notFinite(json.getString());
    }
    boolean numeric = json.currentToken() != null && json.currentToken().isNumeric();
    expect(numeric, "a number");
    double value = json.getDoubleValue();
    expect(Double.isFinite(value), "a number that fits a double");
    return value;
  }

  private double notFinite(String text) throws WireException {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new WireException("expected a number, got \"" + text + "\"");
    };
  }

  /** Fills an array; the message must have exactly as many numbers. */
  void numbers(double[] into) throws WireException {
    beginArray();
    int count = 0;
    while (nextElement()) {
      expect(count < into.length, into.length + " numbers, not more");
      into[count++] = number();
    }
    expect(count == into.length, into.length + " numbers, not " + count);
  }

  /** Fills an array; the message must have exactly as many whole numbers. */
  void wholes(long[] into) throws WireException {
    beginArray();
    int count = 0;
    while (nextElement()) {
      expect(count < into.length, into.length + " whole numbers, not more");
      into[count++] = whole();
    }
    expect(count == into.length, into.length + " whole numbers, not " + count);
  }

  /** Fills an array; the message must have exactly as many flags. */
  void flags(boolean[] into) throws WireException {
    beginArray();
    int count = 0;
    while (nextElement()) {
      expect(count < into.length, into.length + " flags, not more");
      into[count++] = flag();
    }
    expect(count == into.length, into.length + " flags, not " + count);
  }

  List<String> texts() throws WireException {
    beginArray();
    List<String> texts = new ArrayList<>();
    while (nextElement()) {
      texts.add(text());
    }
    return texts;
  }

  private void beginArray() throws WireException {
    expect(json.currentToken() == JsonToken.START_ARRAY, "an array");
  }

  private boolean nextElement() {
    return json.nextToken() != JsonToken.END_ARRAY;
  }

  private void expect(boolean asWanted, String wanted) throws WireException {
    if (!asWanted) {
      String name = json.currentName();
      throw new WireException("expected " + wanted + (name == null ? "" : " at \"" + name + "\""));
    }
  }
}
