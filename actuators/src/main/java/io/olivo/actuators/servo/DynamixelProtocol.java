package io.olivo.actuators.servo;

/**
 * Dynamixel's protocol 2.0:
 *
 * <pre>
 * ff ff fd 00 id length(2) instruction data... crc(2)     length = data + 3
 * ff ff fd 00 id length(2) 55 error data... crc(2)        length = data + 4
 * </pre>
 *
 * <p>Numbers have their low byte first. Where instruction and data have ff ff fd, an fd is stuffed
 * in behind, so that nothing looks like a header; length and checksum count it. Source: ROBOTIS
 * e-Manual, "Protocol 2.0".
 */
public final class DynamixelProtocol implements ServoProtocol {
  private static final int PING = 1;
  private static final int READ = 2;
  private static final int WRITE = 3;
  private static final int REBOOT = 8;
  private static final int STATUS = 0x55;
  private static final int SYNC_READ = 0x82;
  private static final int SYNC_WRITE = 0x83;
  private static final int INSTRUCTION = 7; // its index
  private static final int DATA = 8; // index of the first byte of data, or of the error
  private static final int AROUND = 11; // bytes around the data of an answer
  private static final int HIGHEST_ID = 252;
  private static final int LONGEST = AROUND + StatusPacket.MOST_DATA * 4 / 3;

  @Override
  public int ping(byte[] out, int id) {
    return finish(out, id, PING, DATA);
  }

  @Override
  public int read(byte[] out, int id, int address, int count) {
    return finish(out, id, READ, span(out, address, count));
  }

  @Override
  public int write(byte[] out, int id, int address, byte[] data, int count) {
    int end = word(out, DATA, address);
    System.arraycopy(data, 0, out, end, count);
    return finish(out, id, WRITE, end + count);
  }

  @Override
  public int syncRead(byte[] out, int address, int count, int[] ids) {
    int end = span(out, address, count);
    for (int id : ids) {
      out[end++] = (byte) id;
    }
    return finish(out, BROADCAST, SYNC_READ, end);
  }

  @Override
  public int syncWrite(byte[] out, int address, int count, int[] ids, byte[] data) {
    int end = span(out, address, count);
    for (int i = 0; i < ids.length; i++) {
      out[end] = (byte) ids[i];
      System.arraycopy(data, i * count, out, end + 1, count);
      end += 1 + count;
    }
    return finish(out, BROADCAST, SYNC_WRITE, end);
  }

  @Override
  public int reboot(byte[] out, int id) {
    return finish(out, id, REBOOT, DATA);
  }

  private static int span(byte[] out, int address, int count) {
    return word(out, word(out, DATA, address), count);
  }

  private static int word(byte[] out, int at, int value) {
    out[at] = (byte) value;
    out[at + 1] = (byte) (value >> 8);
    return at + 2;
  }

  private static int finish(byte[] out, int id, int instruction, int unstuffed) {
    out[INSTRUCTION] = (byte) instruction;
    int end = stuff(out, unstuffed);
    out[0] = (byte) 0xff;
    out[1] = (byte) 0xff;
    out[2] = (byte) 0xfd;
    out[3] = 0;
    out[4] = (byte) id;
    word(out, 5, end - INSTRUCTION + 2);
    return word(out, end, Crc16.of(out, 0, end));
  }

  private static int stuff(byte[] out, int end) {
    int stuffed = end;
    for (int i = INSTRUCTION; i + 2 < stuffed; i++) {
      if (isHeader(out, i)) {
        System.arraycopy(out, i + 3, out, i + 4, stuffed - i - 3);
        out[i + 3] = (byte) 0xfd;
        stuffed++;
      }
    }
    return stuffed;
  }

  private static boolean isHeader(byte[] bytes, int at) {
    return bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xff && bytes[at + 2] == (byte) 0xfd;
  }

  @Override
  public int statusLength(int count) {
    return AROUND + count;
  }

  @Override
  public int next(byte[] in, int from, int to, StatusPacket packet) {
    packet.missing(0);
    for (int at = from; at < to; at++) {
      int length = length(in, at, to);
      if (length > to - at) {
        packet.missing(packet.missing() > 0 ? packet.missing() : length - (to - at));
      } else if (length > 0 && isWhole(in, at, length) && take(in, at, length, packet)) {
        return at + length;
      }
    }
    return -1;
  }

  /** Of the packet that begins here, as far as one can tell; 0 when none does. */
  private static int length(byte[] in, int at, int to) {
    for (int i = 0; i < 4 && at + i < to; i++) {
      if (in[at + i] != (byte) (i < 2 ? 0xff : i == 2 ? 0xfd : 0)) {
        return 0;
      }
    }
    if (to - at < INSTRUCTION) {
      return AROUND;
    }
    int length = (in[at + 5] & 0xff) + ((in[at + 6] & 0xff) << 8) + INSTRUCTION;
    boolean sound = (in[at + 4] & 0xff) <= HIGHEST_ID && length >= AROUND;
    return sound && length <= LONGEST ? length : 0;
  }

  private static boolean isWhole(byte[] in, int at, int length) {
    int end = at + length - 2;
    int crc = (in[end] & 0xff) | ((in[end + 1] & 0xff) << 8);
    return in[at + INSTRUCTION] == STATUS && crc == Crc16.of(in, at, end);
  }

  private static boolean take(byte[] in, int at, int length, StatusPacket packet) {
    packet.begin(in[at + 4] & 0xff, in[at + DATA] & 0xff);
    int end = at + length - 2;
    for (int i = at + DATA + 1; i < end; i++) {
      boolean stuffed = i - 3 >= at + INSTRUCTION && isHeader(in, i - 3);
      if (stuffed ? in[i] != (byte) 0xfd : packet.count() == StatusPacket.MOST_DATA) {
        return false;
      }
      if (!stuffed) {
        packet.add(in[i]);
      }
    }
    return true;
  }
}
