package io.olivo.controller.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a segment: eight that say what it is, then records. A record, big-endian: length of
 * the payload (u32), CRC-32C of all that follows (u32), id (u64), id of the one before (u64),
 * payload. A file that was cut at any byte reads as all the whole records before the cut.
 */
final class SegmentFormat {
  static final byte[] MAGIC = {'O', 'L', 'V', 'J', 'N', 'L', '0', '1'};
  static final int LARGEST_PAYLOAD = 64 * 1024; // bytes; no message is larger

  private static final int CRC_AT = Integer.BYTES;
  private static final int BODY_AT = 2 * Integer.BYTES;

  /**
   * What a segment holds.
   *
   * @param entries the whole ones, up to the first that is not
   * @param wholeBytes where the first that is not whole begins
   */
  record Content(List<Entry> entries, long wholeBytes) {}

  private SegmentFormat() {}

  static byte[] record(Entry entry) {
    ByteBuffer out = ByteBuffer.allocate(entry.size());
    out.putInt(entry.payload().length).putInt(0);
    out.putLong(entry.id()).putLong(entry.after()).put(entry.payload());
    return out.putInt(CRC_AT, crc(out.slice(BODY_AT, entry.size() - BODY_AT))).array();
  }

  static Content read(byte[] segment) {
    List<Entry> entries = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(segment);
    if (!begins(in)) {
      return new Content(entries, 0);
    }
    long last = 0;
    for (Entry next = next(in, last); next != null; next = next(in, last)) {
      entries.add(next);
      last = next.id();
      in.position(in.position() + next.size());
    }
    return new Content(entries, in.position());
  }

  private static boolean begins(ByteBuffer in) {
    if (in.remaining() < MAGIC.length) {
      return false;
    }
    boolean ours = in.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    in.position(MAGIC.length);
    return ours;
  }

  /** The record at the position, which stays; null when there is no whole one. */
  private static @Nullable Entry next(ByteBuffer in, long last) {
    int at = in.position();
    if (in.remaining() < Entry.OVERHEAD) {
      return null;
    }
    int length = in.getInt(at);
    if (length < 0 || length > LARGEST_PAYLOAD || in.remaining() < Entry.OVERHEAD + length) {
      return null;
    }
    int body = Entry.OVERHEAD - BODY_AT + length;
    if (in.getInt(at + CRC_AT) != crc(in.slice(at + BODY_AT, body))) {
      return null;
    }
    return entry(in, at, length, last);
  }

  private static @Nullable Entry entry(ByteBuffer in, int at, int length, long last) {
    long id = in.getLong(at + BODY_AT);
    long after = in.getLong(at + BODY_AT + Long.BYTES);
    if (after < last || id <= after) {
      return null; // whole, but not what we write
    }
    byte[] payload = new byte[length];
    in.get(at + Entry.OVERHEAD, payload);
    return new Entry(id, after, payload);
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
