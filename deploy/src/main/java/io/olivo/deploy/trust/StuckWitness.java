package io.olivo.deploy.trust;

import io.olivo.controller.telemetry.Tick;

/** Sees when a sensor that repeats itself must be known as stuck, from the reference alone. */
final class StuckWitness {
  private final double fromSeconds; // the fault's begin
  private final double samplesSeconds; // how long equal samples take
  private final double[] moved; // [joint] how far the reference must have gone; empty for none
  private double[] then = new double[0]; // [joint] reference at the begin
  private double seenSeconds = Double.NaN;

  StuckWitness(double fromSeconds, double samplesSeconds, double[] moved) {
    this.fromSeconds = fromSeconds;
    this.samplesSeconds = samplesSeconds;
    this.moved = moved;
  }

  void look(Tick tick, double nowSeconds) {
    if (nowSeconds < fromSeconds || then.length == 0) {
      then = tick.desired.clone();
    } else if (Double.isNaN(seenSeconds) && nowSeconds >= fromSeconds + samplesSeconds) {
      seenSeconds = mustMove(tick) ? nowSeconds : Double.NaN;
    }
  }

  private boolean mustMove(Tick tick) {
    boolean must = moved.length == 0;
    for (int j = 0; j < moved.length; j++) {
      must |= Math.abs(tick.desired[j] - then[j]) > moved[j];
    }
    return must;
  }

  /** Robot time; NaN when it never had to be seen. */
  double seconds() {
    return seenSeconds;
  }
}
