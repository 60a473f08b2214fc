package io.olivo.actuators.chip;

/**
 * The outputs of the computer itself: what is set is set at once.
 *
 * @param name for messages, such as "gpio"
 */
public record OwnPins(String name) implements OutputBoard {
  @Override
  public double begin(int step) {
    return READY;
  }

  @Override
  public void send() {}

  /** Leaves them to the motors, which let go one by one. */
  @Override
  public void off() {}
}
