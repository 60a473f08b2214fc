package io.olivo.actuators.servo;

/**
 * Feetech's protocol of STS and SMS servos:
 *
 * <pre>
 * ff ff id length instruction data... sum     length = data + 2
 * ff ff id length status data... sum          sum = ~(id + length + ... + last of data)
 * </pre>
 *
 * <p>The sum sees every flipped bit, but one in 256 of all greater damage passes. So an answer with
 * ff ff inside, which no servo measures, is none: it broke off, and another has begun. Source:
 * Feetech, communication protocol manual of SCS servos; SYNC READ (0x82), which is not in it, from
 * Feetech's own library for SMS and STS servos.
 */
public final class FeetechProtocol implements ServoProtocol {
  private static final int PING = 1;
  private static final int READ = 2;
  private static final int WRITE = 3;
  private static final int REG_WRITE = 4;
  private static final int ACTION = 5;
  private static final int SYNC_READ = 0x82;
  private static final int SYNC_WRITE = 0x83;
  private static final int DATA = 5; // index of the first byte of data
  private static final int AROUND = 6; // bytes around the data
  private static final int HIGHEST_ID = 253;

  @Override
  public int ping(byte[] out, int id) {
    return finish(out, id, PING, DATA);
  }

  @Override
  public int read(byte[] out, int id, int address, int count) {
    out[DATA] = (byte) address;
    out[DATA + 1] = (byte) count;
    return finish(out, id, READ, DATA + 2);
  }

  @Override
  public int write(byte[] out, int id, int address, byte[] data, int count) {
    return write(out, id, WRITE, address, data, count);
  }

  /** Like {@link #write}, but it waits for {@link #action}. */
  public int regWrite(byte[] out, int id, int address, byte[] data, int count) {
    return write(out, id, REG_WRITE, address, data, count);
  }

  private static int write(
      byte[] out, int id, int instruction, int address, byte[] data, int count) {
    out[DATA] = (byte) address;
    System.arraycopy(data, 0, out, DATA + 1, count);
    return finish(out, id, instruction, DATA + 1 + count);
  }

  /** Whatever was left waiting by {@link #regWrite} happens now. */
  public int action(byte[] out, int id) {
    return finish(out, id, ACTION, DATA);
  }

  @Override
  public int syncRead(byte[] out, int address, int count, int[] ids) {
    out[DATA] = (byte) address;
    out[DATA + 1] = (byte) count;
    int end = DATA + 2;
    for (int id : ids) {
      out[end++] = (byte) id;
    }
    return finish(out, BROADCAST, SYNC_READ, end);
  }

  @Override
  public int syncWrite(byte[] out, int address, int count, int[] ids, byte[] data) {
    out[DATA] = (byte) address;
    out[DATA + 1] = (byte) count;
    int end = DATA + 2;
    for (int i = 0; i < ids.length; i++) {
      out[end] = (byte) ids[i];
      System.arraycopy(data, i * count, out, end + 1, count);
      end += 1 + count;
    }
    return finish(out, BROADCAST, SYNC_WRITE, end);
  }

  @Override
  public int reboot(byte[] out, int id) {
    return 0;
  }

  private static int finish(byte[] out, int id, int instruction, int end) {
    out[0] = (byte) 0xff;
    out[1] = (byte) 0xff;
    out[2] = (byte) id;
    out[3] = (byte) (end - 3);
    out[4] = (byte) instruction;
    out[end] = sum(out, 2, end);
    return end + 1;
  }

  private static byte sum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return (byte) ~sum;
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
      } else if (length > 0 && isWhole(in, at, at + length)) {
        take(in, at, length, packet);
        return at + length;
      }
    }
    return -1;
  }

  /**
   * The sum alone would take one in 256 of those that broke off, with the beginning of the next.
   */
  private static boolean isWhole(byte[] in, int at, int end) {
    for (int i = at + 3; i < end; i++) {
      if (in[i] == (byte) 0xff && in[i - 1] == (byte) 0xff) {
        return false;
      }
    }
    return in[end - 1] == sum(in, at + 2, end - 1);
  }

  /** Of the packet that begins here, as far as one can tell; 0 when none does. */
  private static int length(byte[] in, int at, int to) {
    boolean header = in[at] == (byte) 0xff && (at + 1 == to || in[at + 1] == (byte) 0xff);
    if (!header) {
      return 0;
    }
    if (to - at < 4) {
      return AROUND;
    }
    int length = (in[at + 3] & 0xff) + 4;
    boolean sound = (in[at + 2] & 0xff) <= HIGHEST_ID && length >= AROUND;
    return sound && length <= AROUND + StatusPacket.MOST_DATA ? length : 0;
  }

  private static void take(byte[] in, int at, int length, StatusPacket packet) {
    packet.begin(in[at + 2] & 0xff, in[at + 4] & 0xff);
    for (int i = at + DATA; i < at + length - 1; i++) {
      packet.add(in[i]);
    }
  }
}
