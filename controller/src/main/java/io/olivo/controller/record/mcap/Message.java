package io.olivo.controller.record.mcap;

import java.util.Arrays;
import java.util.Objects;

/**
 * One message. Source: MCAP specification, "Message (op=0x05)".
 *
 * @param channelId the channel it came on
 * @param sequence counts the messages of a sender, 32 bits; 0 for not counted
 * @param logTime when it was recorded [ns]
 * @param publishTime when it was made [ns]
 * @param data as the channel encodes it
 */
@SuppressWarnings("ArrayRecordComponent") // equals below compares the bytes
public record Message(int channelId, long sequence, long logTime, long publishTime, byte[] data)
    implements McapRecord {
  @Override
  public boolean equals(Object other) {
    return other instanceof Message(int c, long s, long l, long p, byte[] d)
        && channelId == c
        && sequence == s
        && logTime == l
        && publishTime == p
        && Arrays.equals(data, d);
  }

  @Override
  public int hashCode() {
    return Objects.hash(channelId, sequence, logTime);
  }

  static Message from(Fields fields) throws McapException {
    return new Message(fields.u16(), fields.u32(), fields.u64(), fields.u64(), fields.rest());
  }

  /** Writes one without making one. */
  static void to(
      RecordBuffer out,
      int channelId,
      long sequence,
      long logTime,
      long publishTime,
      byte[] data,
      int offset,
      int length) {
    int begun = out.begin(Opcode.MESSAGE);
    out.u16(channelId);
    out.u32(sequence);
    out.u64(logTime);
    out.u64(publishTime);
    out.raw(data, offset, length);
    out.end(begun);
  }
}
