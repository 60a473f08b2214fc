package io.olivo.deploy.robot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One key of the robot file.
 *
 * @param name as written; {@code <name>} stands for any name that the person chooses
 * @param example a value, as written
 * @param required whether it must be there
 * @param otherwise the value when it is not there, if there is one
 * @param meaning for people
 * @param whenMissing what to do about it when it is required and missing
 * @param inside the keys of the block that is its value, if it is a block
 */
record Key(
    String name,
    String example,
    boolean required,
    @Nullable String otherwise,
    String meaning,
    String whenMissing,
    @Nullable Section inside) {

  static Key required(String name, String example, String meaning) {
    String remedy = "write for example \"" + name + ": " + example + "\"";
    return new Key(name, example, true, null, meaning, remedy, null);
  }

  static Key optional(String name, String example, String meaning) {
    return new Key(name, example, false, null, meaning, "", null);
  }

  static Key otherwise(String name, String otherwise, String meaning) {
    return new Key(name, otherwise, false, otherwise, meaning, "", null);
  }

  /** A key whose value is one of the constants of an enum, in lower case. */
  static <E extends Enum<E>> Key choice(String name, Class<E> type, E otherwise, String meaning) {
    return otherwise(name, word(otherwise), meaning + ": " + String.join(", ", words(type)));
  }

  Key whenMissing(String remedy) {
    return new Key(name, example, required, otherwise, meaning, remedy, inside);
  }

  Key with(Section section) {
    return new Key(name, example, required, otherwise, meaning, whenMissing, section);
  }

  boolean isAnyName() {
    return name.startsWith("<");
  }

  /** The words by which a person names the constants of an enum. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(Key::word).toList();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
