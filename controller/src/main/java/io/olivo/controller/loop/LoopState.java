package io.olivo.controller.loop;

import java.util.Locale;

/** What a loop may do. */
public enum LoopState {
  /** The safe command, until somebody arms it. */
  DISARMED,
  /** Armed, with the safe command: it waits for good inputs. */
  ARMED,
  /** Acts and learns. */
  RUNNING,
  /** Acts and does not learn. */
  FROZEN,
  /** The safe command after a fault or an order, until somebody arms it again. */
  SAFE_STOP;

  /** Its name on the wire, such as "safe-stop". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it acts. */
  public boolean moves() {
    return this == RUNNING || this == FROZEN;
  }
}
