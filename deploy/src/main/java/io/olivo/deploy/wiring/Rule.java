package io.olivo.deploy.wiring;

import io.olivo.deploy.robot.LearnerRule;

/** Who learns, with the name that people read. */
public enum Rule {
  NONE("PD"),
  FEL("Feedback-error learning"),
  PES("PES"),
  OLIVO("Olivo");

  private final String title;

  Rule(String title) {
    this.title = title;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  /** The one that a robot file asks for. */
  public static Rule of(LearnerRule asked) {
    return switch (asked) {
      case CEREBELLUM -> OLIVO;
      case FEL -> FEL;
      case PES -> PES;
      case NONE -> NONE;
    };
  }
}
