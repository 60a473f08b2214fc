package io.olivo.deploy.robot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A robot file that can't be used, with everything that is wrong in it. */
public final class RobotFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** The problems are put in the order of their lines. */
  public RobotFileException(List<Problem> problems) {
    super(
        problems.stream().sorted(BY_LINE).map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted(BY_LINE).toList();
  }

  private static final Comparator<Problem> BY_LINE = Comparator.comparingInt(Problem::line);

  /** Everything that is wrong, by line. */
  public List<Problem> problems() {
    return problems;
  }
}
