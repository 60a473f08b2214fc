package io.olivo.sensors.filter;

/** Low-passed difference quotient: {@code v = (x - x') / dt}, {@code y += a (v - y)}, from rest. */
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
  public double next(double value) {
    double quotient = started ? (value - previous) / dtSeconds : 0;
    previous = value;
    started = true;
    output += gain * (quotient - output);
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
