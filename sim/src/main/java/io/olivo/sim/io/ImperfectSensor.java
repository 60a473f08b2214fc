package io.olivo.sim.io;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/** Reads a true value as a real sensor would: noisy, in steps, late. */
@HotPath
final class ImperfectSensor {
  private final Imperfection imperfection;
  private final double[] past; // ring of readings, one per tick
  private int newest;
  private boolean started;

  ImperfectSensor(Imperfection imperfection, double dtSeconds) {
    this.imperfection = imperfection;
    past = new double[(int) Math.round(imperfection.delaySeconds() / dtSeconds) + 1];
  }

  /** Nothing of before is on its way any more. */
  void restart() {
    started = false;
  }

  /** The reading at this tick, with so many times the noise. */
  double read(double truth, double noise, Chance chance) {
    double reading = quantised(noisy(truth, noise * imperfection.noise(), chance));
    if (!started) {
      Arrays.fill(past, reading);
      started = true;
    }
    newest = newest + 1 == past.length ? 0 : newest + 1;
    past[newest] = reading;
    int oldest = newest + 1 == past.length ? 0 : newest + 1;
    return past[oldest];
  }

  void save(StateWriter out, String name) {
    out.put(out.name(name, ".past"), past);
    out.put(out.name(name, ".clock"), new long[] {newest, started ? 1 : 0});
  }

  void load(StateReader in, String name) {
    in.get(name + ".past", past);
    long[] clock = new long[2];
    in.get(name + ".clock", clock);
    newest = Math.floorMod((int) clock[0], past.length);
    started = clock[1] != 0;
  }

  private static double noisy(double truth, double deviation, Chance chance) {
    return deviation > 0 ? truth + deviation * chance.normal() : truth;
  }

  private double quantised(double reading) {
    double step = imperfection.resolution();
    return step > 0 ? Math.floor(reading / step + .5) * step : reading;
  }
}
