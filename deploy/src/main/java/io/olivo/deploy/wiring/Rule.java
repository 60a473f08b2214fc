package io.olivo.deploy.wiring;

import io.olivo.deploy.robot.LearnerSpec;
import io.olivo.deploy.robot.NetFeedback;
import io.olivo.deploy.robot.NetPerturb;
import io.olivo.deploy.robot.NetShape;
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
  ACTOR_CRITIC("Actor-critic on granules"),
  PD("PD"),
  PID("PID"),
  PID_FAST("PID, fast integral"),
  MODEL("True model"),
  SLOTINE("Slotine-Li, desired"),
  SLOTINE_MEASURED("Slotine-Li, measured"),
  NET_FA("Net, feedback alignment", "fa"),
  NET_DFA("Net, direct feedback alignment", "dfa"),
  NET_USF("Net, sign-symmetry", "usf"),
  NET_KP("Net, Kolen-Pollack", "kp"),
  NET_WM("Net, weight mirror", "wm"),
  NET_BP("Net, backprop", "bp"),
  NET_NP("Net, node perturbation", "np"),
  NET_DNP("Net, decorrelated node perturbation", "dnp"),
  NET_LAST("Net, last layer only (null)", "last");

  private final String title;
  private final String credit;

  Rule(String title) {
    this(title, "");
  }

  Rule(String title, String credit) {
    this.title = title;
    this.credit = credit;
  }

  /** How a layered net learns, by its name among the credit rules; "" for all that are no net. */
  String credit() {
    return credit;
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
  public static Rule of(LearnerSpec asked) {
    return switch (asked.rule()) {
      case CEREBELLUM -> OLIVO;
      case NET -> of(asked.net());
      case FEL -> FEL;
      case PES -> PES;
      case ACTOR_CRITIC -> ACTOR_CRITIC;
      case NONE -> PD;
    };
  }

  private static Rule of(NetShape net) {
    return net.perturb().map(Rule::of).orElseGet(() -> of(net.feedback()));
  }

  private static Rule of(NetPerturb perturb) {
    return switch (perturb) {
      case NODE -> NET_NP;
      case DECORRELATED_NODE -> NET_DNP;
    };
  }

  private static Rule of(NetFeedback feedback) {
    return switch (feedback) {
      case FIXED -> NET_FA;
      case DIRECT -> NET_DFA;
      case SIGN -> NET_USF;
      case KOLEN_POLLACK -> NET_KP;
      case MIRROR -> NET_WM;
      case TRANSPOSE -> NET_BP;
    };
  }
}
