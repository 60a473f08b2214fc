package io.olivo.learning.credit;

import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;
import java.util.EnumSet;
import java.util.Set;

/** Notes what a rule asks for. */
final class GuardedLesson implements Lesson {
  private final Lesson lesson;
  private final Set<Signal> asked = EnumSet.noneOf(Signal.class);

  GuardedLesson(Lesson lesson) {
    this.lesson = lesson;
  }

  Set<Signal> asked() {
    return asked;
  }

  /** Who knows the target knows the error too. */
  static Set<Signal> allowed(Signal signal) {
    return signal == Signal.TARGET ? EnumSet.of(Signal.TARGET, Signal.ERROR) : EnumSet.of(signal);
  }

  @Override
  public void error(Mat output, Mat error) {
    asked.add(Signal.ERROR);
    lesson.error(output, error);
  }

  @Override
  public void loss(Mat output, Vec loss) {
    asked.add(Signal.LOSS);
    lesson.loss(output, loss);
  }

  @Override
  public void target(Mat target) {
    asked.add(Signal.TARGET);
    lesson.target(target);
  }

  @Override
  public void reward(Mat chosen, Vec reward) {
    asked.add(Signal.REWARD);
    lesson.reward(chosen, reward);
  }
}
