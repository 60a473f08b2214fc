package io.olivo.sensors.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.PolledSensor;

/** Makes a driver ready and reads it once, as its bus does. */
final class Drivers {
  private static final int MOST_STEPS = 20;

  private Drivers() {}

  static void begin(PolledSensor sensor) throws BusException {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (sensor.begin(step) == PolledSensor.READY) {
        return;
      }
    }
    throw new AssertionError(sensor.name() + " never gets ready");
  }

  static double[] read(PolledSensor sensor) throws BusException {
    double[] out = new double[sensor.measures().size()];
    sensor.read(out);
    return out;
  }
}
