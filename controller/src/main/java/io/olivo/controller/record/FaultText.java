package io.olivo.controller.record;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;

/** A fault as one line of text and back: its fields, tabs between them. */
public final class FaultText {
  private static final int FIELDS = 6;

  private FaultText() {}

  /** The line. */
  public static String of(Fault fault) {
    return String.join(
        "\t",
        fault.trouble().name(),
        fault.response().name(),
        fault.part(),
        Double.toString(fault.value()),
        Double.toString(fault.limit()),
        fault.unit());
  }

  /**
   * The fault.
   *
   * @throws IllegalArgumentException when the line is none of {@link #of}
   */
  public static Fault read(String line) {
    String[] field = line.split("\t", -1);
    if (field.length != FIELDS) {
      throw new IllegalArgumentException("no fault: " + line);
    }
    return new Fault(
        Trouble.valueOf(field[0]),
        Fault.Response.valueOf(field[1]),
        field[2],
        Double.parseDouble(field[3]),
        Double.parseDouble(field[4]),
        field[5]);
  }
}
