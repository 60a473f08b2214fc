package io.olivo.sensors.filter;

/**
 * Low-passed difference quotient, from rest. After n ticks without a sample the quotient is that of
 * all of them, and the low-pass goes on as often.
 *
 * <pre>
 * v = (x - x') / (n dt)
 * y += a (v - y), n times;  a = dt / (tau + dt)
 * </pre>
 */
public final class Derivative implements Filter {
  private final double dtSeconds;
  private final double gain; // [1]
  private double previous;
  private double output;
  private boolean started;

  /**
   * @param tauSeconds time constant of the low-pass
   * @param dtSeconds tick length
   */
  public Derivative(double tauSeconds, double dtSeconds) {
    if (!(tauSeconds >= 0 && dtSeconds > 0)) {
      throw new IllegalArgumentException(
          "a derivative needs tau >= 0 s and dt > 0 s, got " + tauSeconds + " and " + dtSeconds);
    }
    this.dtSeconds = dtSeconds;
    gain = dtSeconds / (tauSeconds + dtSeconds);
  }

  /** How far the output lags behind the true derivative: half a tick and the low-pass [s]. */
  public static double lagSeconds(double tauSeconds, double dtSeconds) {
    return dtSeconds / 2 + tauSeconds;
  }

  @Override
  public double next(double value, int ticks) {
    double quotient = started ? (value - previous) / (ticks * dtSeconds) : 0;
    previous = value;
    started = true;
    for (int i = 0; i < ticks; i++) {
      output += gain * (quotient - output);
    }
    return output;
  }

  @Override
  public void reset() {
    started = false;
    output = 0;
  }

  @Override
  public double[] memory() {
    return new double[] {previous, output, started ? 1 : 0};
  }

  @Override
  public void recall(double[] memory) {
    previous = memory[0];
    output = memory[1];
    started = memory[2] != 0;
  }
}
