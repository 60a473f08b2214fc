package io.olivo.sensors;

import java.util.Map;
import java.util.TreeMap;

/**
 * A number with its unit, as people write it: "30 N*m", "-90 deg", "20 ms", "0.05 mm".
 *
 * @param value in SI [unit]
 * @param unit the SI unit
 */
public record Quantity(double value, Unit unit) {
  private record Spelling(Unit unit, double factor, double zero) {
    Spelling(Unit unit, double factor) {
      this(unit, factor, 0);
    }
  }

  private static final Map<String, Spelling> SPELLINGS = spellings();

  private static Map<String, Spelling> spellings() {
    Map<String, Spelling> all = new TreeMap<>();
    for (Unit unit : Unit.values()) {
      all.put(unit.symbol(), new Spelling(unit, 1));
    }
    double degree = StrictMath.PI / 180;
    all.put("deg", new Spelling(Unit.RADIAN, degree));
    all.put("deg/s", new Spelling(Unit.RADIAN_PER_SECOND, degree));
    all.put("rpm", new Spelling(Unit.RADIAN_PER_SECOND, StrictMath.PI / 30));
    all.put("mm", new Spelling(Unit.METRE, 1e-3));
    all.put("cm", new Spelling(Unit.METRE, 1e-2));
    all.put("mm/s", new Spelling(Unit.METRE_PER_SECOND, 1e-3));
    all.put("Nm", new Spelling(Unit.NEWTON_METRE, 1));
    all.put("mN*m", new Spelling(Unit.NEWTON_METRE, 1e-3));
    all.put("mN", new Spelling(Unit.NEWTON, 1e-3));
    all.put("ms", new Spelling(Unit.SECOND, 1e-3));
    all.put("us", new Spelling(Unit.SECOND, 1e-6));
    all.put("min", new Spelling(Unit.SECOND, 60));
    all.put("h", new Spelling(Unit.SECOND, 3600));
    all.put("kHz", new Spelling(Unit.HERTZ, 1e3));
    all.put("g", new Spelling(Unit.KILOGRAM, 1e-3));
    all.put("mV", new Spelling(Unit.VOLT, 1e-3));
    all.put("mA", new Spelling(Unit.AMPERE, 1e-3));
    all.put("mohm", new Spelling(Unit.OHM, 1e-3));
    all.put("mW", new Spelling(Unit.WATT, 1e-3));
    all.put("kPa", new Spelling(Unit.PASCAL, 1e3));
    all.put("mJ", new Spelling(Unit.JOULE, 1e-3));
    all.put("degC", new Spelling(Unit.KELVIN, 1, 273.15));
    all.put("%", new Spelling(Unit.ONE, 1e-2));
    return all;
  }

  /**
   * Reads a quantity that must be of one unit.
   *
   * @param text such as "20 ms"
   * @param expected the SI unit wanted
   * @return the value in {@code expected}
   * @throws IllegalArgumentException saying what is wrong and what to write instead
   */
  public static double parse(String text, Unit expected) {
    return parse(text, expected, "");
  }

  /**
   * Reads a rate of change, such as "4000 N*m/s" for an actuator in N*m.
   *
   * @throws IllegalArgumentException saying what is wrong and what to write instead
   */
  public static double parsePerSecond(String text, Unit expected) {
    return parse(text, expected, "/s");
  }

  private static double parse(String text, Unit expected, String per) {
    String trimmed = text.strip();
    int split = endOfNumber(trimmed);
    String symbol = trimmed.substring(split).strip();
    double number = number(trimmed.substring(0, split), text, expected, per);
    if (symbol.isEmpty() && expected != Unit.ONE) {
      throw new IllegalArgumentException(
          "\"%s\" has no unit; this is a %s, write \"%s %s%s\""
              .formatted(text, expected.quantity(), trimmed, expected.symbol(), per));
    }
    Spelling spelling = spelling(symbol, text, expected, per);
    return number * spelling.factor + spelling.zero;
  }

  private static double number(String digits, String text, Unit expected, String per) {
    try {
      double number = Double.parseDouble(digits);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for both
    }
    throw new IllegalArgumentException(
        "\"%s\" is not a finite number with a unit; write for example \"1.5 %s%s\""
            .formatted(text, expected.symbol(), per));
  }

  private static Spelling spelling(String symbol, String text, Unit expected, String per) {
    String base = symbol.isEmpty() ? Unit.ONE.symbol() : symbol;
    if (!per.isEmpty()) {
      base = base.endsWith(per) ? base.substring(0, base.length() - per.length()) : "";
    }
    Spelling spelling = SPELLINGS.get(base);
    if (spelling == null || spelling.unit != expected) {
      throw new IllegalArgumentException(
          "\"%s\" is in %s, but this is a %s; write it in %s"
              .formatted(text, symbol, expected.quantity(), symbolsOf(expected, per)));
    }
    return spelling;
  }

  private static String symbolsOf(Unit unit, String per) {
    StringBuilder known = new StringBuilder();
    SPELLINGS.forEach(
        (symbol, spelling) -> {
          if (spelling.unit == unit) {
            known.append(known.isEmpty() ? "" : " or ").append(symbol).append(per);
          }
        });
    return known.toString();
  }

  private static int endOfNumber(String text) {
    int end = 0;
    while (end < text.length() && isPartOfNumber(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isPartOfNumber(String text, int at) {
    char c = text.charAt(at);
    boolean exponent =
        (c == 'e' || c == 'E')
            && at + 1 < text.length()
            && "+-0123456789".indexOf(text.charAt(at + 1)) >= 0;
    return "+-.0123456789".indexOf(c) >= 0 || exponent;
  }
}
