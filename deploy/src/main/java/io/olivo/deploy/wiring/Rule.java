package io.olivo.deploy.wiring;

import io.olivo.deploy.robot.LearnerRule;
import java.util.Locale;

/** Who learns, with the name that people read. */
public enum Rule {
  OLIVO("Olivo"),
  FEL("Feedback-error learning"),
  FEL_PRODUCTS("FEL on products"),
  PES("PES"),
  RLS("FEL with RLS"),
  RLS_CAUTIOUS("FEL with RLS, small prior"),
  FORCE("FORCE"),
  PD("PD"),
  PID("PID"),
  PID_FAST("PID, fast integral"),
  MODEL("True model"),
  SLOTINE("Slotine-Li, desired"),
  SLOTINE_MEASURED("Slotine-Li, measured");

  private final String title;

  Rule(String title) {
    this.title = title;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  /** The name on the command line, such as "fel-products". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is told the equations of a simulated plant. */
  boolean knowsThePlant() {
    return this == MODEL || this == SLOTINE || this == SLOTINE_MEASURED;
  }

  /** The one that a robot file asks for. */
  public static Rule of(LearnerRule asked) {
    return switch (asked) {
      case CEREBELLUM -> OLIVO;
      case FEL -> FEL;
      case PES -> PES;
      case NONE -> PD;
    };
  }
}
