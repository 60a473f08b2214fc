package io.olivo.controller.record;

import java.util.Arrays;

/**
 * One number of 64 bits per row, for as many rows as a message has, in the shortest of a few plain
 * ways. A compressor behind it then packs clocks and quiet channels to almost nothing, and doubles
 * without any order to their 8 bytes.
 *
 * <pre>
 * first      8 bytes
 * way        0 all equal the first, no more follows
 *            1 zigzag varints of x[i] - 2 x[i-1] + x[i-2], with x[-1] = x[0]
 *            2 8 bytes mask of the bits in which any x[i] differs from the first, then byte planes
 *              of these bits alone: all highest bytes, then all next ones, to the lowest
 *            3 the same of x[i] xor x[i-1]
 * </pre>
 */
final class Column {
  private static final int EQUAL = 0;
  private static final int STEADY = 1;
  private static final int PLANES = 2;
  private static final int CHANGES = 3;
  private static final int ALIKE_BITS = 12; // sign and exponent of doubles that are near

  private final long[] value;

  Column(int most) {
    value = new long[most];
  }

  void set(int row, long bits) {
    value[row] = bits;
  }

  long get(int row) {
    return value[row];
  }

  /** A whole number that grows or stays: a clock, an age, flags. */
  void putSteady(ByteSink out, int rows) {
    put(out, rows, STEADY);
  }

  /** A measured number. */
  void putMeasured(ByteSink out, int rows) {
    put(out, rows, areAlike(rows) ? CHANGES : PLANES);
  }

  private void put(ByteSink out, int rows, int way) {
    out.put8(value[0]);
    int chosen = areEqual(rows) ? EQUAL : way;
    out.put(chosen);
    switch (chosen) {
      case STEADY -> putSecondDifferences(out, rows);
      case PLANES, CHANGES -> putPlanes(out, rows, chosen == CHANGES);
      default -> {}
    }
  }

  private boolean areEqual(int rows) {
    boolean equal = true;
    for (int i = 1; i < rows; i++) {
      equal &= value[i] == value[0];
    }
    return equal;
  }

  /** Whether neighbours share their highest bits, on the average. */
  private boolean areAlike(int rows) {
    long shared = 0;
    for (int i = 1; i < rows; i++) {
      shared += Long.numberOfLeadingZeros(value[i] ^ value[i - 1]);
    }
    return shared > (long) ALIKE_BITS * rows;
  }

  private void putSecondDifferences(ByteSink out, int rows) {
    long before = value[0];
    long step = 0;
    for (int i = 1; i < rows; i++) {
      long newStep = value[i] - before;
      out.putZigzag(newStep - step);
      before = value[i];
      step = newStep;
    }
  }

  private void putPlanes(ByteSink out, int rows, boolean changes) {
    long mask = mask(rows, changes);
    out.put8(mask);
    int planes = planes(mask);
    int first = out.plane(planes * (rows - 1));
    byte[] bytes = out.bytes();
    for (int i = 1; i < rows; i++) {
      long bits = Long.compress(changes ? value[i] ^ value[i - 1] : value[i], mask);
      int at = first + i - 1;
      for (int plane = planes - 1; plane >= 0; plane--) {
        bytes[at] = (byte) (bits >>> (8 * plane));
        at += rows - 1;
      }
    }
  }

  private long mask(int rows, boolean changes) {
    long mask = 0;
    for (int i = 1; i < rows; i++) {
      mask |= value[i] ^ value[changes ? i - 1 : 0];
    }
    return mask;
  }

  private static int planes(long mask) {
    return (Long.bitCount(mask) + Byte.SIZE - 1) / Byte.SIZE;
  }

  void read(ByteSource in, int rows) {
    value[0] = in.get8();
    int way = in.get();
    switch (way) {
      case EQUAL -> Arrays.fill(value, 0, rows, value[0]);
      case STEADY -> readSecondDifferences(in, rows);
      case PLANES, CHANGES -> readPlanes(in, rows, way == CHANGES);
      default -> throw new IllegalArgumentException("a column is written in an unknown way " + way);
    }
  }

  private void readSecondDifferences(ByteSource in, int rows) {
    long step = 0;
    for (int i = 1; i < rows; i++) {
      step += in.getZigzag();
      value[i] = value[i - 1] + step;
    }
  }

  private void readPlanes(ByteSource in, int rows, boolean changes) {
    long mask = in.get8();
    Arrays.fill(value, 1, rows, 0);
    for (int plane = planes(mask) - 1; plane >= 0; plane--) {
      for (int i = 1; i < rows; i++) {
        value[i] |= (long) in.get() << (8 * plane);
      }
    }
    for (int i = 1; i < rows; i++) {
      long bits = Long.expand(value[i], mask);
      value[i] = changes ? value[i - 1] ^ bits : (value[0] & ~mask) | bits;
    }
  }
}
