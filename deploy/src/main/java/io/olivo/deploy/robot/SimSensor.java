package io.olivo.deploy.robot;

/**
 * The imperfections of one simulated sensor.
 *
 * @param channel its name
 * @param resolution smallest step [channel's unit]; 0 for none
 * @param delaySeconds age of a reading [s]
 * @param noise standard deviation [channel's unit]; 0 for none
 */
public record SimSensor(String channel, double resolution, double delaySeconds, double noise) {
  /** A sensor without fault. */
  public static SimSensor perfect(String channel) {
    return new SimSensor(channel, 0, 0, 0);
  }
}
