package io.olivo.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * What a host of Sparkplug writes to a node: made and read by hand, from the fields of
 * sparkplug_b.proto (Sparkplug 3.0, section 6.4) and the encoding of Protocol Buffers alone.
 */
final class HostCommand {
  private static final String REBIRTH = "Node Control/Rebirth";
  private static final int TIMESTAMP_OF_PAYLOAD = 1;
  private static final int METRICS = 2; // fields of a payload
  private static final int NAME = 1; // fields of a metric
  private static final int TIMESTAMP = 3;
  private static final int DATATYPE = 4;
  private static final int DOUBLE_VALUE = 13;
  private static final int BOOLEAN_VALUE = 14;
  private static final int BOOLEAN = 11; // datatypes
  private static final int DOUBLE = 10;
  private static final int VARINT = 0; // wire types
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private HostCommand() {}

  /** Asks for a rebirth, or not, or writes something else, or several of it. */
  static byte[] any(RandomGenerator chance) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, TIMESTAMP_OF_PAYLOAD, chance.nextLong() >>> 24);
    for (int i = 0; i <= chance.nextInt(2); i++) {
      bytes(out, METRICS, chance.nextInt(3) == 0 ? number(chance) : rebirth(chance.nextBoolean()));
    }
    return out.toByteArray();
  }

  /** A payload that asks for a rebirth, and nothing else. */
  static byte[] rebirth() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes(out, METRICS, rebirth(true));
    return out.toByteArray();
  }

  private static byte[] rebirth(boolean wanted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes(out, NAME, REBIRTH.getBytes(UTF_8));
    varint(out, TIMESTAMP, 1_796_041_979_123L);
    varint(out, DATATYPE, BOOLEAN);
    varint(out, BOOLEAN_VALUE, wanted ? 1 : 0);
    return out.toByteArray();
  }

  private static byte[] number(RandomGenerator chance) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes(out, NAME, "Actuators/shoulder.torque".getBytes(UTF_8));
    varint(out, DATATYPE, DOUBLE);
    out.write((DOUBLE_VALUE << 3) | FIXED64);
    out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(chance.nextDouble()).array());
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int field, long value) {
    out.write((field << 3) | VARINT);
    raw(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    out.write((field << 3) | LENGTH);
    raw(out, value.length);
    out.writeBytes(value);
  }

  private static void raw(ByteArrayOutputStream out, long value) {
    long rest = value;
    for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
      out.write((int) ((rest & 0x7f) | 0x80));
    }
    out.write((int) rest);
  }

  /** Whether one of its metrics has that name and the value true. */
  static boolean asksForRebirth(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    boolean asks = false;
    try {
      while (in.hasRemaining()) {
        long tag = varint(in);
        ByteBuffer value = value(in, (int) (tag & 7));
        asks |= tag == ((METRICS << 3) | LENGTH) && isRebirth(value);
      }
      return asks;
    } catch (BufferUnderflowException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isRebirth(ByteBuffer in) {
    boolean named = false;
    boolean wanted = false;
    while (in.hasRemaining()) {
      long tag = varint(in);
      ByteBuffer value = value(in, (int) (tag & 7));
      named |= tag == ((NAME << 3) | LENGTH) && UTF_8.decode(value).toString().equals(REBIRTH);
      wanted |= tag == ((BOOLEAN_VALUE << 3) | VARINT) && varint(value) != 0;
    }
    return named && wanted;
  }

  private static ByteBuffer value(ByteBuffer in, int type) {
    int from = in.position();
    switch (type) {
      case VARINT -> varint(in);
      case FIXED64 -> in.getLong();
      case FIXED32 -> in.getInt();
      case LENGTH -> {
        int length = Math.toIntExact(Math.min(Integer.MAX_VALUE, varint(in)));
        from = in.position();
        in.position(Math.addExact(from, length));
      }
      default -> {} // the ends of a group; what is in it counts as well
    }
    return in.slice(from, in.position() - from);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("longer than a number");
  }
}
