package io.olivo.learning;

/**
 * One input of a learner as a person wrote it, such as {@code 0.8*tanh(shoulder.velocity/0.05)}.
 * Parsed once by {@link FormulaParser}; evaluating it allocates nothing.
 */
@HotPath
sealed interface Formula {
  /** Its value for one tick. */
  double value(double[] state, double[] desired);

  /** A number. */
  record Constant(double number) implements Formula {
    @Override
    public double value(double[] state, double[] desired) {
      return number;
    }
  }

  /** A measured value. */
  record Measured(int channel) implements Formula {
    @Override
    public double value(double[] state, double[] desired) {
      return state[channel];
    }
  }

  /** A desired position, velocity or acceleration. */
  record Desired(int index) implements Formula {
    @Override
    public double value(double[] state, double[] desired) {
      return desired[index];
    }
  }

  /** The functions that formulas know. */
  enum Function {
    SIN,
    COS,
    TANH,
    EXP,
    ABS,
    SQRT
  }

  /** A function of one argument. */
  record Call(Function function, Formula argument) implements Formula {
    @Override
    public double value(double[] state, double[] desired) {
      double x = argument.value(state, desired);
      return switch (function) {
        case SIN -> Elementary.sin(x);
        case COS -> Elementary.cos(x);
        case TANH -> Elementary.tanh(x);
        case EXP -> Elementary.exp(x);
        case ABS -> Math.abs(x);
        case SQRT -> Math.sqrt(x);
      };
    }
  }

  /** A sum, difference, product or quotient. */
  record Binary(char operator, Formula left, Formula right) implements Formula {
    @Override
    public double value(double[] state, double[] desired) {
      double a = left.value(state, desired);
      double b = right.value(state, desired);
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> a / b;
      };
    }
  }
}
