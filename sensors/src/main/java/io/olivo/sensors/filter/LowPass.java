package io.olivo.sensors.filter;

/**
 * First-order lag, backward Euler: {@code y += a (x - y)}, {@code a = dt / (tau + dt)}. It starts
 * at rest on the first sample; after ticks without a sample it goes on as often.
 */
public final class LowPass implements Filter {
  private final double gain; // [1]
  private double output;
  private boolean started;

  /**
   * @param tauSeconds time constant
   * @param dtSeconds tick length
   */
  public LowPass(double tauSeconds, double dtSeconds) {
    if (!(tauSeconds >= 0 && dtSeconds > 0)) {
      throw new IllegalArgumentException(
          "a low-pass needs tau >= 0 s and dt > 0 s, got " + tauSeconds + " and " + dtSeconds);
    }
    gain = dtSeconds / (tauSeconds + dtSeconds);
  }

  /** The time constant of a cutoff frequency: tau = 1 / (2 pi f) [s]. */
  public static double tauOf(double cutoffHertz) {
    return 1 / (2 * StrictMath.PI * cutoffHertz);
  }

  @Override
  public double next(double value, int ticks) {
    if (!started) {
      output = value;
      started = true;
    }
    for (int i = 0; i < ticks; i++) {
      output += gain * (value - output);
    }
    return output;
  }

  @Override
  public void reset() {
    started = false;
  }

  @Override
  public double[] memory() {
    return new double[] {output, started ? 1 : 0};
  }

  @Override
  public void recall(double[] memory) {
    output = memory[0];
    started = memory[1] != 0;
  }
}
