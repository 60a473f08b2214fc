package io.olivo.controller.record.mcap;

import java.util.Arrays;
import java.util.Objects;

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
}
