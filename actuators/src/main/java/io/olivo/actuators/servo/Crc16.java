package io.olivo.actuators.servo;

/**
 * The checksum of Dynamixel's protocol 2.0: x^16 + x^15 + x^2 + 1 (0x8005), from 0, the highest bit
 * first. It sees every error of one or two bits, of an odd number of bits, and every burst of up to
 * 16 bits in what it is of. Source: ROBOTIS e-Manual, "CRC Calculation".
 */
final class Crc16 {
  private static final int POLYNOMIAL = 0x8005;
  private static final int[] TABLE = table();

  private Crc16() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
      }
      table[i] = crc & 0xffff;
    }
    return table;
  }

  /** Of the bytes from one index up to, but without, another. */
  static int of(byte[] bytes, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc = ((crc << 8) & 0xffff) ^ TABLE[((crc >> 8) ^ bytes[i]) & 0xff];
    }
    return crc;
  }
}
