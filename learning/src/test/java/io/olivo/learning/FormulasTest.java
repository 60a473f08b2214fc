package io.olivo.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas.Input;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
  private static final List<String> STATE = List.of("a", "yaw.head.40ms");
  private static final List<String> DESIRED = List.of("desired.elbow", "desired.elbow.rate");

  private static double value(String formula) {
    Formulas one = new Formulas(List.of(new Input(Kind.OTHER, formula)), STATE, DESIRED);
    double[] out = new double[1];
    one.fill(new double[] {2, 3}, new double[] {5, 7}, out);
    return out[0];
  }

  private static String refusal(String formula) {
    return assertThrows(IllegalArgumentException.class, () -> value(formula)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5            | 1.5",
        "2e-3           | .002",
        "1E+2           | 100",
        "1+2*3          | 7",
        "(1+2)*3        | 9",
        "10-3-2         | 5", // left to right
        "12/3/2         | 2",
        "-2*-3          | 6",
        "-(1+2)         | -3",
        "2--1           | 3",
        "a*a            | 4",
        "1e1-a          | 8", // the minus after a number is no exponent's sign
        "yaw.head.40ms  | 3", // a digit may follow a dot of a name
        "a*yaw.head.40ms/2 | 3",
        "desired.elbow  | 5",
        "desired.elbow.rate | 7",
        "abs(0-4)       | 4",
        "sqrt(16) * 2   | 8",
        "'  ( a )  '    | 2"
      })
  void valueIsThatOfSchoolArithmetic(String formula, double expected) {
    assertEquals(expected, value(formula), 1e-15);
  }

  @Test
  void endlessNestingIsRefusedBeforeItCanHarm() {
    assertTrue(refusal("(".repeat(20_000) + "a").contains("nested"));
  }

  @Test
  void functionsAreTheElementaryOnes() {
    assertEquals(Elementary.sin(2), value("sin(a)"));
    assertEquals(Elementary.cos(2), value("cos(a)"));
    assertEquals(.8 * Elementary.tanh(2 / .05), value("0.8*tanh(a/0.05)"));
    assertEquals(Elementary.exp(-2), value("exp(-a)"));
  }

  @Test
  void kindAndOrderOfInputsAreKept() {
    Formulas two =
        new Formulas(
            List.of(new Input(Kind.ANGLE, "sin(a)"), new Input(Kind.RATE, "a")), STATE, DESIRED);
    assertEquals(2, two.size());
    assertEquals(Kind.ANGLE, two.kind(0));
    assertEquals(Kind.RATE, two.kind(1));
  }

  @Test
  void unknownNameIsAnsweredWithAllKnownOnes() {
    String message = refusal("1 + elbow");
    assertTrue(message.contains("\"1 + elbow\""), message);
    assertTrue(message.contains("unknown name elbow"), message);
    for (String known : List.of("a", "yaw.head.40ms", "desired.elbow", "desired.elbow.rate")) {
      assertTrue(message.contains(known), message);
    }
  }

  @Test
  void unknownFunctionIsAnsweredWithAllKnownOnes() {
    String message = refusal("log(a)");
    assertTrue(message.contains("unknown function log"), message);
    assertTrue(message.contains("sin, cos, tanh, exp, abs, sqrt"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + * 2   | 5",
        "1 2       | 3",
        "(1+2      | 5",
        "sin(a     | 6",
        "1 + 2)    | 6",
        "2 $ 3     | 3",
        "+1        | 1",
        "1..2      | 1",
        "2*        | 3"
      })
  void errorTellsTheCharacterWhereItWentWrong(String formula, int character) {
    String message = refusal(formula);
    assertTrue(message.endsWith("at character " + character), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "()", "sin()", "-", "e", ".", "a b", "a(", "1e"})
  void nonsenseIsRefusedAndNeverBreaksTheParser(String formula) {
    assertTrue(refusal(formula).startsWith("\"" + formula + "\": "));
  }
}
