package io.olivo.controller.record.mcap;

import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A file within the recording. Source: MCAP specification, "Attachment (op=0x09)".
 *
 * @param logTime when it was recorded [ns]
 * @param createTime when it was made [ns]; 0 for not known
 * @param name of the file
 * @param mediaType such as {@code application/yaml}
 * @param data the file
 */
@SuppressWarnings("ArrayRecordComponent") // equals below compares the bytes
public record Attachment(long logTime, long createTime, String name, String mediaType, byte[] data)
    implements McapRecord {
  @Override
  public boolean equals(Object other) {
    return other instanceof Attachment(long l, long c, String n, String m, byte[] d)
        && logTime == l
        && createTime == c
        && name.equals(n)
        && mediaType.equals(m)
        && Arrays.equals(data, d);
  }

  @Override
  public int hashCode() {
    return Objects.hash(logTime, name);
  }

  static Attachment from(Fields fields) throws McapException {
    int begin = fields.at();
    Attachment read =
        new Attachment(
            fields.u64(),
            fields.u64(),
            fields.string(),
            fields.string(),
            fields.blob(fields.u64()));
    fields.requireCrc(begin, fields.at(), fields.u32(), "the attachment");
    return read;
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.ATTACHMENT);
    out.u64(logTime);
    out.u64(createTime);
    out.string(name);
    out.string(mediaType);
    out.u64(data.length);
    out.raw(data, 0, data.length);
    CRC32 crc = new CRC32();
    crc.update(out.array(), begun, out.length() - begun);
    out.u32(crc.getValue());
    out.end(begun);
  }
}
