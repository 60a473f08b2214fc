package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.sensors.Channel;

/**
 * {@link FaultKind#BIT_FLIP}. A count of b bits covers the range when 2^(b-1) steps reach its
 * farther end. The highest bit is the sign's, so that it may throw the value out of its range.
 */
@HotPath
final class BitFlip extends OccasionalFault {
  private static final int MOST_BITS = 52; // beyond, a double counts no more

  private final double resolution; // in the channel's unit; 0 when unknown
  private final int bits;

  BitFlip(Span span, Occasion occasion, Channel channel, double resolution) {
    super(span, occasion);
    this.resolution = resolution;
    bits = resolution > 0 ? bits(channel, resolution) : Long.SIZE;
  }

  private static int bits(Channel channel, double resolution) {
    double farther = Math.max(Math.abs(channel.min()), Math.abs(channel.max()));
    int bits = 1;
    while (bits < MOST_BITS && resolution * (1L << (bits - 1)) < farther) {
      bits++;
    }
    return bits;
  }

  @Override
  void strike(Reading reading) {
    int bit = occasion.chance().index(bits);
    reading.value = resolution > 0 ? ofCount(reading.value, bit) : ofNumber(reading.value, bit);
  }

  private double ofCount(double value, int bit) {
    long count = (long) Math.floor(value / resolution + .5);
    boolean sign = bit == bits - 1;
    double step = resolution * (1L << bit);
    boolean set = (count >> bit & 1) != 0;
    return set == sign ? value + step : value - step;
  }

  private static double ofNumber(double value, int bit) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ 1L << bit);
  }
}
