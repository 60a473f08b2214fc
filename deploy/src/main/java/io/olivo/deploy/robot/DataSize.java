package io.olivo.deploy.robot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of data as one writes it, such as "2 GB"; powers of ten. */
public final class DataSize {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*([kMGT])B");
  private static final double THOUSAND = 1000;

  private DataSize() {}

  /**
   * In bytes.
   *
   * @throws IllegalArgumentException with the remedy
   */
  public static long parse(String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no amount of data; write for example 2 GB".formatted(text));
    }
    double factor =
        switch (size.group(2)) {
          case "k" -> THOUSAND;
          case "M" -> THOUSAND * THOUSAND;
          case "G" -> THOUSAND * THOUSAND * THOUSAND;
          default -> THOUSAND * THOUSAND * THOUSAND * THOUSAND;
        };
    return Math.round(Double.parseDouble(size.group(1)) * factor);
  }
}
