package io.olivo.deploy.push;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a script said.
 *
 * @param code how it ended; 0 for well
 * @param lines on its standard output
 * @param errors on its standard error
 */
record Answer(int code, List<String> lines, String errors) {
  Answer {
    lines = List.copyOf(lines);
  }

  /** All values of a fact, a line {@code name=value} each. */
  List<String> all(String name) {
    return values(name).toList();
  }

  /** The value of a fact, or nothing. */
  String fact(String name) {
    return values(name).findFirst().orElse("");
  }

  private Stream<String> values(String name) {
    String begin = name + "=";
    return lines.stream()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()).strip());
  }
}
