package io.olivo.actuators.servo.emulated;

/**
 * What goes wrong on a line with servos, each as its probability per packet.
 *
 * @param silent the servo does not answer
 * @param bitError one bit of an instruction or an answer is wrong
 * @param cutShort the end of an answer is missing
 * @param late an answer comes 20 ms later, when nobody waits for it any more
 * @param noise some bytes of nonsense come before an answer
 * @param brownOut the servo loses its power for a moment before it hears an instruction
 */
public record ServoMishaps(
    double silent, double bitError, double cutShort, double late, double noise, double brownOut) {
  /** Nothing. */
  public static final ServoMishaps NONE = new ServoMishaps(0, 0, 0, 0, 0, 0);
}
