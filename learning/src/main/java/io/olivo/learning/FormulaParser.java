package io.olivo.learning;

import io.olivo.learning.Formula.Binary;
import io.olivo.learning.Formula.Call;
import io.olivo.learning.Formula.Constant;
import io.olivo.learning.Formula.Desired;
import io.olivo.learning.Formula.Measured;
import java.util.List;
import java.util.Locale;

/**
 * Reads one formula by recursive descent.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/") factor }
 * factor  = "-" factor | number | name | function "(" sum ")" | "(" sum ")"
 * </pre>
 */
final class FormulaParser {
  private static final int MOST_DEPTH = 50;

  private final String text;
  private final List<String> stateNames;
  private final List<String> desiredNames;
  private int at;
  private int depth;

  FormulaParser(String text, List<String> stateNames, List<String> desiredNames) {
    this.text = text;
    this.stateNames = stateNames;
    this.desiredNames = desiredNames;
  }

  Formula parse() {
    Formula formula = sum();
    if (peek() != 0) {
      throw wrong("expected + - * / or the end");
    }
    return formula;
  }

  private Formula sum() {
    Formula left = product();
    while (peek() == '+' || peek() == '-') {
      left = new Binary(take(), left, product());
    }
    return left;
  }

  private Formula product() {
    Formula left = factor();
    while (peek() == '*' || peek() == '/') {
      left = new Binary(take(), left, factor());
    }
    return left;
  }

  private Formula factor() {
    if (depth >= MOST_DEPTH) {
      throw wrong("more than " + MOST_DEPTH + " nested parts");
    }
    depth++;
    Formula factor = factorInside();
    depth--;
    return factor;
  }

  private Formula factorInside() {
    char next = peek();
    if (next == '-') {
      take();
      return new Binary('*', new Constant(-1), factor());
    }
    if (next == '(') {
      return parenthesis();
    }
    return Character.isLetter(next) ? nameOrCall() : number();
  }

  private Formula parenthesis() {
    take();
    Formula inner = sum();
    if (peek() != ')') {
      throw wrong("expected )");
    }
    take();
    return inner;
  }

  private Formula nameOrCall() {
    String name = word();
    if (peek() == '(') {
      return new Call(function(name), parenthesis());
    }
    int state = stateNames.indexOf(name);
    if (state >= 0) {
      return new Measured(state);
    }
    int desired = desiredNames.indexOf(name);
    if (desired >= 0) {
      return new Desired(desired);
    }
    throw wrong(
        "unknown name "
            + name
            + "; known are "
            + String.join(", ", stateNames)
            + (desiredNames.isEmpty() ? "" : ", " + String.join(", ", desiredNames)));
  }

  private Formula.Function function(String name) {
    for (Formula.Function known : Formula.Function.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(name)) {
        return known;
      }
    }
    throw wrong("unknown function " + name + "; known are sin, cos, tanh, exp, abs, sqrt");
  }

  private Formula number() {
    int start = at;
    while (at < text.length() && isPartOfNumber(text.charAt(at))) {
      at++;
    }
    try {
      return new Constant(Double.parseDouble(text.substring(start, at)));
    } catch (NumberFormatException notANumber) {
      at = start;
      throw wrong("expected a number, a name or (");
    }
  }

  private boolean isPartOfNumber(char c) {
    boolean signOfExponent =
        (c == '-' || c == '+') && at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0;
    return Character.isDigit(c) || c == '.' || c == 'e' || c == 'E' || signOfExponent;
  }

  private String word() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(start, at);
  }

  /** The next character that is not a space, or 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char take() {
    char next = peek();
    at++;
    return next;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("\"%s\": %s at character %d".formatted(text, what, at + 1));
  }
}
