package io.olivo.deploy.robot;

import io.olivo.sensors.Quantity;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of the file, or its absence. What is wrong with it becomes a {@link Problem}, and the
 * reader goes on with NaN, "" or an empty list, which every later check lets pass.
 */
final class Field {
  private static final int LONGEST = 200;
  private static final int SHOWN = 60;
  private static final int LOWEST_ADDRESS = 0x08;
  private static final int HIGHEST_ADDRESS = 0x77;
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  final String path;
  final int line;
  private final String example;
  private final @Nullable Node node;
  private final Problems problems;

  Field(String path, int line, String example, @Nullable Node node, Problems problems) {
    this.path = path;
    this.line = line;
    this.example = example;
    this.node = node;
    this.problems = problems;
    if (node != null) {
      problems.seen(path, line);
    }
  }

  static int lineOf(Node node, int otherwise) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(otherwise);
  }

  boolean present() {
    return node != null;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isBlock() {
    return node instanceof MappingNode;
  }

  Problems problems() {
    return problems;
  }

  void refuse(String message) {
    problems.add(line, path, message);
  }

  /** Builds a record that checks itself; its complaint becomes a problem of this field. */
  <T> @Nullable T attempt(Supplier<T> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException refused) {
      refuse(String.valueOf(refused.getMessage()));
      return null;
    }
  }

  /** The text of a single value; "" when there is none. */
  String text() {
    return switch (node) {
      case null -> "";
      case ScalarNode scalar when scalar.getValue().isBlank() -> wrong("is empty");
      case ScalarNode scalar when scalar.getValue().length() > LONGEST ->
          wrong(quoted() + " is longer than " + LONGEST + " characters");
      case ScalarNode scalar -> scalar.getValue();
      default -> wrong("must be a single value, not " + kind());
    };
  }

  /** The value as it should appear in a message. */
  String quoted() {
    if (!(node instanceof ScalarNode scalar)) {
      return kind();
    }
    String text = scalar.getValue();
    return "\"" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "\"";
  }

  /** A value in an SI unit; NaN when there is none. */
  double quantity(Unit unit) {
    return parsed(() -> Quantity.parse(text(), unit));
  }

  /** A value in an SI unit, within bounds; NaN when there is none. */
  double quantity(Unit unit, double min, double max, String why) {
    double value = quantity(unit);
    if (value < min || value > max) {
      refuse(quoted() + " is outside " + span(min, max, unit) + "; " + why);
      return Double.NaN;
    }
    return value;
  }

  /** A value in whatever unit it is written in; null when it is wrong. */
  @Nullable Quantity anyQuantity() {
    String text = text();
    for (Unit unit : Unit.values()) {
      try {
        return new Quantity(Quantity.parse(text, unit), unit);
      } catch (IllegalArgumentException another) {
        // the next unit may do
      }
    }
    if (!text.isEmpty()) {
      wrong(quoted() + " is not a finite number with a known unit");
    }
    return null;
  }

  /** A rate of change [unit/s]; NaN when there is none. */
  double perSecond(Unit unit) {
    return parsed(() -> Quantity.parsePerSecond(text(), unit));
  }

  private double parsed(Supplier<Double> parse) {
    if (text().isEmpty()) {
      return Double.NaN;
    }
    Double value = attempt(parse);
    return value == null ? Double.NaN : value;
  }

  /** A number without a unit; NaN when there is none. */
  double number() {
    String text = text();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double value = PLAIN_NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      refuse(quoted() + " is not a finite plain number; write for example 0.5");
      return Double.NaN;
    }
    return value;
  }

  /** A whole number within bounds; {@code min} when it is wrong. */
  int whole(int min, int max) {
    double value = number();
    if (value < min || value > max || (value != Math.rint(value) && !Double.isNaN(value))) {
      refuse(quoted() + " must be a whole number from " + min + " to " + max);
    }
    return value >= min && value <= max ? (int) value : min;
  }

  /** Yes or no; no when it is wrong. */
  boolean truth() {
    String text = text();
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      refuse(quoted() + " is neither true nor false");
    }
    return text.equals("true");
  }

  /** Where a chip is on I2C, as in 0x68; the lowest when it is wrong. */
  int i2cAddress() {
    try {
      int address = Integer.decode(text());
      if (address >= LOWEST_ADDRESS && address <= HIGHEST_ADDRESS) {
        return address;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for both
    }
    refuse(quoted() + " is no address on I2C; they go from 0x08 to 0x77");
    return LOWEST_ADDRESS;
  }

  /** One of an enum's words; null when it is wrong. */
  <E extends Enum<E>> @Nullable E choice(Class<E> type) {
    String text = text();
    List<String> words = Key.words(type);
    if (words.contains(text)) {
      return type.getEnumConstants()[words.indexOf(text)];
    }
    if (!text.isEmpty()) {
      refuse(quoted() + " is not known" + Nearest.hint(text, words) + "; known are " + all(words));
    }
    return null;
  }

  /** The items of a list, each under this field's own name. */
  List<Field> items() {
    return items(false);
  }

  /** The items of a list, each under its own name, as in {@code inputs[0]}. */
  List<Field> numberedItems() {
    return items(true);
  }

  private List<Field> items(boolean numbered) {
    List<Field> items = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        String name = numbered ? path + "[" + items.size() + "]" : path;
        items.add(new Field(name, lineOf(item, line), numbered ? inList() : "", item, problems));
      }
    } else if (node != null) {
      wrong("must be a list, not " + (isBlock() ? "a block" : quoted()));
    }
    return items;
  }

  /** The example for one item, from the example for the list. */
  private String inList() {
    return example.startsWith("[") ? example.substring(1, example.length() - 1) : example;
  }

  /** Plain numbers; a single one is a list of one. */
  List<Double> numbers() {
    List<Field> all = isList() ? items() : List.of(this);
    return all.stream().map(Field::number).filter(value -> !value.isNaN()).toList();
  }

  /** Says that the value is of the wrong kind, and shows a right one. */
  String wrong(String what) {
    refuse(what + remedy());
    return "";
  }

  private String remedy() {
    return example.isEmpty() ? "; write a value" : "; write for example " + example;
  }

  private String kind() {
    return isList() ? "a list" : isBlock() ? "a block" : "nothing";
  }

  @Nullable Node node() {
    return node;
  }

  static String all(List<String> words) {
    return String.join(", ", words);
  }

  private static String span(double min, double max, Unit unit) {
    return plain(min) + " " + unit.symbol() + " to " + plain(max) + " " + unit.symbol();
  }

  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
