package io.olivo.sensors.bus;

import java.util.List;

/** One sensor that is asked at its own rate. */
public final class Poll extends BusTask implements Readings {
  private final PolledSensor sensor;
  private final double[] read;
  private final TripleBuffer newest;

  /**
   * @param sensor who is asked
   * @param rateHertz how often
   */
  public Poll(PolledSensor sensor, double rateHertz) {
    super(sensor, rateHertz);
    this.sensor = sensor;
    read = new double[sensor.measures().size()];
    newest = new TripleBuffer(read.length);
  }

  /** Who is asked. */
  public PolledSensor sensor() {
    return sensor;
  }

  @Override
  public String name() {
    return sensor.name();
  }

  @Override
  public List<Measure> measures() {
    return sensor.measures();
  }

  @Override
  protected void transfer(long nowNanos) throws BusException {
    sensor.read(read);
    newest.publish(read, nowNanos);
  }

  @Override
  public TripleBuffer newest() {
    return newest;
  }
}
