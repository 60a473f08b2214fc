package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** One fault in one actuator; before and after its time commands pass untouched. */
@HotPath
final class ActuatorFault {
  private final FaultKind kind;
  private final Span span;
  private final double factor; // of a weak actuator
  private final Occasion occasion;
  private boolean active;
  private double stuckAt; // in the actuator's unit

  ActuatorFault(ScheduledFault fault, Occasion occasion) {
    if (fault.kind().target() != FaultKind.Target.ACTUATOR) {
      throw new IllegalArgumentException(fault.kind() + " is no fault of an actuator");
    }
    kind = fault.kind();
    span = fault.span();
    factor = fault.amount();
    this.occasion = occasion;
  }

  /** Whether it acts now; to be asked before each {@link #sent}. */
  boolean acts(long nowNanos, double last) {
    boolean was = active;
    active = span.holds(nowNanos);
    stuckAt = active && !was ? last : stuckAt;
    return active;
  }

  /**
   * What really arrives.
   *
   * @param asked of the actuator [its unit]
   * @param last what arrived before [its unit]
   */
  double sent(double asked, double last) {
    return switch (kind) {
      case STUCK -> stuckAt;
      case FREE -> 0;
      case WEAK -> factor * asked;
      case INVERTED -> -asked;
      case LOST_WRITES -> occasion.comes() ? last : asked;
      default -> asked;
    };
  }

  void save(StateWriter out, String name) {
    out.put(name + ".active", active ? 1L : 0L);
    out.put(name + ".stuck", stuckAt);
    occasion.save(out, name);
  }

  void load(StateReader in, String name) {
    active = in.getLong(name + ".active") != 0;
    stuckAt = in.getDouble(name + ".stuck");
    occasion.load(in, name);
  }
}
