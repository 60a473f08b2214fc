package io.olivo.controller.telemetry;

/** Takes what the loop offers after every tick: copies, never blocks, never throws. */
public interface Telemetry {
  /** Looks at a tick; the instance is reused by the loop. */
  void offer(Tick tick);

  /** Nobody watches. */
  static Telemetry none() {
    return tick -> {};
  }

  /** Two watch. */
  default Telemetry and(Telemetry other) {
    return tick -> {
      offer(tick);
      other.offer(tick);
    };
  }
}
