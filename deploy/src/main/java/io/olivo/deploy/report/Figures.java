package io.olivo.deploy.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: three digits that count, never an exponent. */
final class Figures {
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
    String plain = new BigDecimal(value).round(THREE).toPlainString();
    return plain.contains(".") ? plain.replaceFirst("\\.?0+$", "") : plain;
  }

  /** As in 90 000, with thin spaces that do not break. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  /** A share of a whole, as in "1.2 %". */
  static String percent(double share) {
    return of(100 * share) + "\u00a0%";
  }
}
