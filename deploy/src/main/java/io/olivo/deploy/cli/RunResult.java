package io.olivo.deploy.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a run, by name, in the order in which they are printed. */
final class RunResult {
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private boolean stopped;

  /** Adds a number or a text; a number that is not finite becomes null. */
  void put(String name, Object value) {
    boolean undefined = value instanceof Double number && !Double.isFinite(number);
    if (undefined) {
      values.put(name, null);
    } else {
      values.put(name, value);
    }
  }

  /** A fault stopped the robot. */
  void stopped(String why) {
    stopped = true;
    put("stopped_by", why);
  }

  int exitCode() {
    return stopped ? ExitCode.STOPPED_BY_SAFETY : ExitCode.OK;
  }

  void print(OutputOptions output) {
    if (output.json()) {
      output.print(values);
    } else {
      values.forEach((name, value) -> System.out.println("%-20s %s".formatted(name, value)));
    }
  }
}
