package io.olivo.deploy.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: three digits that count, never an exponent. */
final class Figures {
  private static final MathContext TWO = new MathContext(2);
  private static final MathContext THREE = new MathContext(3);

  private Figures() {}

  /** As in 0.0123, 0.73, 75.5, 1 250; a dash when there is no number. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return "\u2013";
    }
    if (Math.abs(value) >= 1000) {
      return grouped(Math.round(value));
    }
    return rounded(value, THREE);
  }

  /** The same with two digits that count, for a spread. */
  static String two(double value) {
    return Double.isFinite(value) && Math.abs(value) < 100 ? rounded(value, TWO) : of(value);
  }

  private static String rounded(double value, MathContext digits) {
    String plain = new BigDecimal(value).round(digits).toPlainString();
    return plain.contains(".") ? plain.replaceFirst("\\.?0+$", "") : plain;
  }

  /** As in 90 000, with thin spaces that do not break. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  /** A finite share of a whole, as in 0.97 %, 1.2 %, 21 %. */
  static String percent(double share) {
    double percent = 100 * share;
    return (Math.abs(percent) >= 100 ? of(percent) : rounded(percent, TWO)) + "\u00a0%";
  }
}
