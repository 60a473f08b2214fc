package io.olivo.deploy.doctor;

import java.util.Locale;

/**
 * One finding.
 *
 * @param name what was looked at
 * @param level how bad it is
 * @param what was found
 * @param remedy what to do; empty when all is well
 */
public record Check(String name, Level level, String what, String remedy) {
  /** How bad it is. */
  public enum Level {
    /** Nothing to do. */
    OK,
    /** It will run, but not as it should. */
    WARN,
    /** It can't run. */
    FAIL
  }

  static Check ok(String name, String what) {
    return new Check(name, Level.OK, what, "");
  }

  static Check warn(String name, String what, String remedy) {
    return new Check(name, Level.WARN, what, remedy);
  }

  static Check fail(String name, String what, String remedy) {
    return new Check(name, Level.FAIL, what, remedy);
  }

  @Override
  public String toString() {
    String found = "%-4s %-7s %s".formatted(level.name().toLowerCase(Locale.ROOT), name, what);
    return remedy.isEmpty() ? found : found + "; " + remedy;
  }
}
