package io.olivo.controller.loop;

/** What a person may tell a loop. Of orders given at the same time the later in this list wins. */
public enum Order {
  ARM(1),
  UNFREEZE(2),
  FREEZE(4),
  DISARM(8),
  STOP(16);

  final int bit; // of a set of orders

  Order(int bit) {
    this.bit = bit;
  }

  /** Whether a set of orders has this one. */
  public boolean isIn(int orders) {
    return (orders & bit) != 0;
  }
}
