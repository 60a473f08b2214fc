package io.olivo.sensors.filter;

/** What a sensor says into what it means: {@code y = gain x + offset}. */
public final class LinearCalibration implements Filter {
  private final double gain; // [unit of y / unit of x]
  private final double offset; // [unit of y]

  /**
   * @param gain of what the sensor says, not 0
   * @param offset of what it means when it says 0
   */
  public LinearCalibration(double gain, double offset) {
    if (!(gain != 0 && Double.isFinite(gain) && Double.isFinite(offset))) {
      throw new IllegalArgumentException(
          "a calibration needs a finite gain other than 0 and a finite offset, got "
              + gain
              + " and "
              + offset);
    }
    this.gain = gain;
    this.offset = offset;
  }

  @Override
  public double next(double value, int ticks) {
    return gain * value + offset;
  }

  @Override
  public void reset() {}

  @Override
  public double[] memory() {
    return new double[0];
  }

  @Override
  public void recall(double[] memory) {}
}
