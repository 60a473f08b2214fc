package io.olivo.controller.record.mcap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;

/** What the tests of this package write and read, in memory. */
final class Recordings {
  private Recordings() {}

  /** Writes a recording. */
  interface Content {
    void to(McapWriter writer) throws IOException;
  }

  static byte[] written(McapOptions options, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (McapWriter writer = new McapWriter(Channels.newChannel(bytes), options)) {
      content.to(writer);
    }
    return bytes.toByteArray();
  }

  static McapReader reader(byte[] bytes, int length) {
    return new McapReader(Channels.newChannel(new ByteArrayInputStream(bytes, 0, length)));
  }

  /** All that can be read, and what was refused. */
  record Result(List<McapRecord> records, List<McapException> refused, Ending ending) {
    <T extends McapRecord> List<T> all(Class<T> kind) {
      return records.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Message> messages() {
      return all(Message.class);
    }
  }

  static Result read(byte[] bytes) throws IOException {
    return read(bytes, bytes.length);
  }

  static Result read(byte[] bytes, int length) throws IOException {
    return read(reader(bytes, length));
  }

  static Result read(McapReader from) throws IOException {
    List<McapRecord> records = new ArrayList<>();
    List<McapException> refused = new ArrayList<>();
    try (McapReader reader = from) {
      boolean more = true;
      while (more) {
        try {
          McapRecord record = reader.next();
          more = record != null;
          if (record != null) {
            records.add(record);
          }
        } catch (McapException e) {
          refused.add(e);
        }
      }
      return new Result(records, refused, reader.ending());
    }
  }
}
