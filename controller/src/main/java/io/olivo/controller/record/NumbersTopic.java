package io.olivo.controller.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers with names as a JSON object, for people and their plots. Names keep letters, digits and
 * underscores, since a dot means something else in the paths of plotting programs; numbers have the
 * digits of a float.
 */
final class NumbersTopic {
  /**
   * One of the numbers.
   *
   * @param name such as "elbow.angle"
   * @param unit such as "rad"
   */
  record Named(String name, String unit) {}

  private final String topic;
  private final List<Named> numbers;
  private final List<String> keys;
  private final StringBuilder text = new StringBuilder();

  NumbersTopic(String topic, List<Named> numbers) {
    this.topic = topic;
    this.numbers = List.copyOf(numbers);
    keys = keys(numbers);
  }

  private static List<String> keys(List<Named> numbers) {
    List<String> keys = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Named number : numbers) {
      String key = number.name().replaceAll("\\W", "_");
      keys.add(taken.add(key) ? key : key + "_" + keys.size());
    }
    return keys;
  }

  String topic() {
    return topic;
  }

  /** JSON schema of the messages. */
  byte[] schema() {
    text.setLength(0);
    text.append("{\"type\":\"object\",\"title\":\"olivo").append(topic.replace('/', '.'));
    text.append("\",\"properties\":{");
    for (int i = 0; i < keys.size(); i++) {
      text.append(i == 0 ? "" : ",").append('"').append(keys.get(i));
      text.append("\":{\"type\":[\"number\",\"null\"],\"description\":\"");
      text.append(numbers.get(i).name()).append(" [").append(numbers.get(i).unit());
      text.append("]\"}");
    }
    return text.append("}}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A message with the first numbers of an array; what is no number is null. */
  byte[] message(double[] values) {
    text.setLength(0);
    for (int i = 0; i < keys.size(); i++) {
      text.append(i == 0 ? '{' : ',').append('"').append(keys.get(i)).append("\":");
      append(values[i]);
    }
    return text.append('}').toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void append(double value) {
    float rounded = (float) value;
    if (Float.isFinite(rounded)) {
      text.append(rounded);
    } else {
      text.append("null");
    }
  }
}
