package io.olivo.controller.feedback;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A feedback that teaches, and what fixed formulas add to its command without teaching: where a
 * servo is told to go, or what keeps a body upright.
 *
 * <pre>
 * u = u_teacher + f(state, desired)      [actuator units]
 * </pre>
 *
 * <p>The learner is told the teacher's effort alone. What the formulas do belongs to the plant as
 * it sees it, so that it does not learn to do without them.
 */
@HotPath
public final class PlusFeedback implements Feedback {
  private final Feedback teacher;
  private final FeatureMap formulas;
  private final double[] added; // f [output]

  /**
   * @param teacher whose effort is the learner's error
   * @param formulas one per output
   */
  public PlusFeedback(Feedback teacher, FeatureMap formulas) {
    if (formulas.size() != teacher.outputs()) {
      throw new IllegalArgumentException(
          "skill.feedback.plus needs one formula for each of the %d joints, got %d"
              .formatted(teacher.outputs(), formulas.size()));
    }
    this.teacher = teacher;
    this.formulas = formulas;
    added = new double[formulas.size()];
  }

  @Override
  public int outputs() {
    return teacher.outputs();
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    teacher.command(state, desired, command);
    formulas.fill(state, desired, added);
    for (int i = 0; i < added.length; i++) {
      command[i] += added[i];
    }
  }

  @Override
  public void teach(Teaching teaching) {
    teacher.teach(teaching);
  }

  @Override
  public boolean tune(int output, double kp, double kd) {
    return teacher.tune(output, kp, kd);
  }

  @Override
  public void restart() {
    teacher.restart();
  }

  @Override
  public void save(StateWriter out) {
    teacher.save(out);
  }

  @Override
  public void load(StateReader in) {
    teacher.load(in);
  }
}
