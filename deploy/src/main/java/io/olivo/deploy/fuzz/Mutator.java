package io.olivo.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.olivo.controller.link.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages messages: as JSON, as bytes, and in what MQTT says beside them. */
final class Mutator {
  private static final String[] VALUES = {
    "null",
    "true",
    "-1",
    "0",
    "1e308",
    "1e999",
    "-0.0",
    "9223372036854775807",
    "9223372036854775808",
    "\"\"",
    "\"NaN\"",
    "\"Infinity\"",
    "\"\\u0000\"",
    "\"../../etc\"",
    "\"olivo/v1/+/#\"",
    "[]",
    "{}",
    "[[[[[[[[[[1]]]]]]]]]]",
    "{\"a\":{\"b\":{}}}",
    "\"stop\"",
    "\"arm\"",
    "\"gain\"",
    "\"promote\"",
    "3.5",
    "\"" + "x".repeat(70) + "\"",
    "[1,2,3]",
    "NaN",
    "\"\\ud800\"",
    "\"\\udc00x\"",
    "\"" + "a".repeat(64) + "\""
  };
  private static final String[] TOPICS = {
    "", "olivo/v1/other/answers/x", "olivo/v1/fuzzed/answers/#", "olivo/v1/fuzzed/command", "$SYS/x"
  };
  private static final int LONG = 80_000; // bytes, more than a message may have

  private final RandomGenerator chance;
  private byte[] before = {'{', '}'};
  private Message last = Message.plain("", before);

  Mutator(RandomGenerator chance) {
    this.chance = chance;
  }

  /** One in ten stays as it is, and one is the one before once more. */
  Message mutate(Message good) {
    Message damaged =
        switch (chance.nextInt(10)) {
          case 0 -> good;
          case 8 -> last;
          case 1, 2, 3 -> of(good, fields(good.payload()));
          case 4, 5, 6 -> of(good, bytes(good.payload()));
          default -> beside(good);
        };
    before = good.payload();
    last = damaged;
    return damaged;
  }

  private static Message of(Message good, byte[] payload) {
    return new Message(
        good.topic(),
        payload,
        good.retained(),
        good.duplicate(),
        good.qos(),
        good.responseTopic(),
        good.correlation(),
        good.expirySeconds());
  }

  private Message beside(Message good) {
    return switch (chance.nextInt(5)) {
      case 0 -> good.expiring(chance.nextInt(4) - 1L);
      case 1 -> good.answeredAt(TOPICS[chance.nextInt(TOPICS.length)], good.correlation());
      case 2 -> good.with(new byte[chance.nextInt(200)]);
      case 3 -> of(good, new byte[chance.nextInt(50) == 0 ? LONG : 0]);
      default ->
          new Message(good.topic(), good.payload(), true, true, 1, "", good.correlation(), 5);
    };
  }

  /** The fields of an object one level deep: dropped, doubled, exchanged, with other values. */
  private byte[] fields(byte[] payload) {
    List<String> fields = split(new String(payload, UTF_8));
    for (int i = 0; i <= chance.nextInt(3) && !fields.isEmpty(); i++) {
      int at = chance.nextInt(fields.size());
      switch (chance.nextInt(5)) {
        case 0 -> fields.remove(at);
        case 1 -> fields.add(fields.get(at));
        case 2 -> fields.set(at, renamed(fields.get(at), fields));
        default -> fields.set(at, revalued(fields.get(at)));
      }
    }
    return ("{" + String.join(",", fields) + "}").getBytes(UTF_8);
  }

  private static List<String> split(String object) {
    List<String> fields = new ArrayList<>();
    int depth = 0;
    int from = 1;
    for (int i = 1; i < object.length(); i++) {
      char c = object.charAt(i);
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      if ((c == ',' && depth == 0) || i == object.length() - 1) {
        fields.add(object.substring(from, i));
        from = i + 1;
      }
    }
    return fields;
  }

  private String renamed(String field, List<String> fields) {
    String other = fields.get(chance.nextInt(fields.size()));
    return other.substring(0, other.indexOf(':') + 1) + field.substring(field.indexOf(':') + 1);
  }

  private String revalued(String field) {
    return field.substring(0, field.indexOf(':') + 1) + VALUES[chance.nextInt(VALUES.length)];
  }

  private byte[] bytes(byte[] payload) {
    byte[] damaged = payload.clone();
    for (int i = 0; i <= chance.nextInt(3); i++) {
      damaged = damaged.length == 0 ? payload : once(damaged);
    }
    return damaged;
  }

  private byte[] once(byte[] payload) {
    int at = chance.nextInt(payload.length);
    byte[] damaged = payload.clone();
    switch (chance.nextInt(5)) {
      case 0 -> damaged[at] ^= (byte) (1 << chance.nextInt(8));
      case 1 -> damaged[at] = (byte) chance.nextInt();
      case 2 -> damaged = Arrays.copyOf(payload, at);
      case 3 -> System.arraycopy(payload, 0, damaged, at, payload.length - at);
      default ->
          System.arraycopy(before, 0, damaged, at, Math.min(before.length, payload.length - at));
    }
    return damaged;
  }
}
