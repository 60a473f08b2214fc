package io.olivo.actuators.servo;

/** What a servo answered; one is reused for all. */
public final class StatusPacket {
  /** The most bytes of data that one carries here. */
  public static final int MOST_DATA = 64;

  private final byte[] data = new byte[MOST_DATA];
  private int id;
  private int error;
  private int count;
  private int missing;

  /** Who answered. */
  public int id() {
    return id;
  }

  /** What it complains of, in the bits of its make; 0 when nothing. */
  public int error() {
    return error;
  }

  /** What it holds; only the first {@link #count} bytes. */
  public byte[] data() {
    return data;
  }

  /** How many bytes it holds. */
  public int count() {
    return count;
  }

  /** When no whole packet was found: how many bytes the one that has begun needs; 0 for none. */
  public int missing() {
    return missing;
  }

  void begin(int newId, int newError) {
    id = newId;
    error = newError;
    count = 0;
  }

  void add(byte next) {
    data[count] = next;
    count++;
  }

  void missing(int bytes) {
    missing = bytes;
  }
}
