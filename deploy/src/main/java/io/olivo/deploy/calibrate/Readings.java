package io.olivo.deploy.calibrate;

/** What the devices of a robot say, as they count. */
public interface Readings {
  /**
   * From where to where a channel went, without beginning anew after a turn.
   *
   * @param least lowest value
   * @param most highest value
   */
  record Sweep(double least, double most) {}

  /**
   * The mean of a channel over a moment; of an angle that begins anew after a turn, the mean
   * direction.
   *
   * @param channel index of the raw sensor
   * @return NaN when it was not read
   */
  double mean(int channel) throws InterruptedException;

  /**
   * From where to where a channel goes while somebody moves it.
   *
   * @param channel index of the raw sensor
   * @param moving returns when it was moved
   */
  Sweep sweep(int channel, Runnable moving) throws InterruptedException;
}
