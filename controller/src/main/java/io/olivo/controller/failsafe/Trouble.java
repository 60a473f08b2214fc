package io.olivo.controller.failsafe;

/** What can go wrong with a robot, and what a person does about it. */
public enum Trouble {
  /** A measured channel has had no good value for too long. */
  SENSOR_LOST("no good reading for too long", "look at its wiring and its range"),
  /** A reading is not believed and bridged. */
  SENSOR_DOUBTFUL("a reading is not believed", "look at its wiring and its range"),
  /** A measured channel repeats itself where it should change. */
  SENSOR_STUCK("it repeats the same reading", "look at the sensor, and whether the joint can move"),
  /** The sender of all inputs, such as a simulator, fell silent. */
  INPUTS_LOST("the inputs stopped coming", "start the simulator again"),
  /** Robot time jumped. */
  CLOCK_JUMP("time jumped", "look for what stopped the process or set its clock"),
  /** Ticks take too long, one after the other. */
  OVERRUN("ticks come too late", "lower loop.rate, or free the processor"),
  /** No tick ended for too long. */
  DEAD_LOOP("the loop hangs", "look for a bus that blocks, then arm again"),
  /** A joint is far from where it should be. */
  FOLLOWING_ERROR(
      "it is far from its reference", "look for a motor or a sensor that works wrongly"),
  /** A motor pushes with all its might and does not move. */
  STALL("it pushes and does not move", "free the joint, then arm again"),
  /** A motor is too hot. */
  OVERHEATED("it is too hot", "let it cool down, and look for what holds it"),
  /** The supply is too weak. */
  BROWN_OUT("the supply voltage is too low", "charge or replace the battery"),
  /** Nobody listens any more. */
  LINK_LOST("the link is down", "look at network and broker"),
  /** A person said so. */
  OPERATOR("an operator said stop", "arm again when it is safe");

  private final String what;
  private final String advice;

  Trouble(String what, String advice) {
    this.what = what;
    this.advice = advice;
  }

  /** What happened, in a few words. */
  public String what() {
    return what;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }
}
