package io.olivo.learning;

import java.util.List;

/**
 * Inputs written as formulas over measured and desired values: what a robot file says, or what was
 * derived from units and ranges.
 */
@HotPath
public final class Formulas implements FeatureMap {
  /**
   * One input.
   *
   * @param kind what it stands for
   * @param formula such as {@code 1.2*sin(desired.shoulder)}
   */
  public record Input(Kind kind, String formula) {}

  private final Kind[] kind;
  private final Formula[] formula;

  /**
   * Parses all inputs.
   *
   * @param inputs in the learner's order
   * @param stateNames name of each measured value
   * @param desiredNames name of each desired value
   * @throws IllegalArgumentException naming the formula, what is wrong and where
   */
  public Formulas(List<Input> inputs, List<String> stateNames, List<String> desiredNames) {
    kind = new Kind[inputs.size()];
    formula = new Formula[inputs.size()];
    for (int i = 0; i < kind.length; i++) {
      kind[i] = inputs.get(i).kind();
      formula[i] = new FormulaParser(inputs.get(i).formula(), stateNames, desiredNames).parse();
    }
  }

  @Override
  public int size() {
    return formula.length;
  }

  @Override
  public Kind kind(int input) {
    return kind[input];
  }

  @Override
  public void fill(double[] state, double[] desired, double[] inputs) {
    for (int i = 0; i < formula.length; i++) {
      inputs[i] = formula[i].value(state, desired);
    }
  }
}
