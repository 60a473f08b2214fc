package io.olivo.deploy.robot;

import io.olivo.sensors.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The channels and actuators of a file, by name; also those that were written wrong. */
final class Names {
  enum Role {
    SENSOR,
    DERIVED,
    ACTUATOR
  }

  /** A name; its channel is null when the file had it wrong, which is a problem already. */
  record Named(String name, Role role, @Nullable Channel channel) {}

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");
  private static final int LONGEST = 64;

  private final Map<String, Named> all = new LinkedHashMap<>();

  /** Whether a name may be used in a formula; complains when not. */
  boolean acceptable(String name, Field field) {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
      field.refuse(
          "a name is letters, digits, _ and dots, begins with a letter and has at most "
              + LONGEST
              + " characters, such as shoulder.angle");
      return false;
    }
    if (name.startsWith("desired.")) {
      field.refuse("names that begin with 'desired.' belong to the reference; choose another");
      return false;
    }
    return true;
  }

  void add(String name, Role role, @Nullable Channel channel, Field field) {
    Named earlier = all.putIfAbsent(name, new Named(name, role, channel));
    if (earlier != null && (earlier.role == Role.ACTUATOR) != (role == Role.ACTUATOR)) {
      field.refuse("is the name of a sensor and of an actuator; rename one of them");
    }
  }

  List<String> names(Predicate<Named> which) {
    return all.values().stream().filter(which).map(Named::name).toList();
  }

  /** Those named {@code prefix.*} that pass a test. */
  List<Named> under(String prefix, Predicate<Named> which) {
    return all.values().stream()
        .filter(named -> named.name.startsWith(prefix + "."))
        .filter(which)
        .toList();
  }

  /** A name that must be known; complains when it isn't. */
  @Nullable Named known(Field field, Predicate<Named> which, String what) {
    String name = field.text();
    Named named = all.get(name);
    if (named != null && which.test(named)) {
      return named;
    }
    if (!name.isEmpty()) {
      List<String> known = names(which);
      field.refuse(
          "there is no %s named %s%s; there are %s"
              .formatted(what, field.quoted(), Nearest.hint(name, known), listed(known)));
    }
    return null;
  }

  static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
