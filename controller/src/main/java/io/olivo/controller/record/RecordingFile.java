package io.olivo.controller.record;

import io.olivo.controller.record.mcap.Compression;
import io.olivo.controller.record.mcap.McapOptions;
import io.olivo.controller.record.mcap.McapWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One file of a recording, in MCAP: the head, then {@value #EXACT} for replays, topics with numbers
 * for people, and what happened. Times are the wall's.
 */
public final class RecordingFile implements AutoCloseable {
  /** Topic of the exact channel. */
  public static final String EXACT = "olivo/exact";

  private static final int CHUNK = 1 << 17; // bytes: what a cut may cost

  private final McapWriter out;
  private final long epochNanos;
  private final Shown shown;
  private final int exact;
  private final int[] topics; // [part of shown] id of its channel
  private final int log;
  private long sequence;

  /** A new file; one that exists is not overwritten. */
  RecordingFile(Path file, Head head, Shown shown) throws IOException {
    this.shown = shown;
    epochNanos = head.epochNanos();
    String library = head.facts().getOrDefault("software", "olivo");
    out = McapWriter.create(file, new McapOptions("", library, Compression.ZSTD, CHUNK));
    out.metadata(Head.METADATA, head.facts());
    for (RecordedFile one : head.files()) {
      attach(one);
    }
    exact = out.channel(0, EXACT, "olivo-exact", Map.of());
    topics = shown.parts().stream().mapToInt(part -> json(part.topic())).toArray();
    int schema = out.schema(LogTopic.SCHEMA, "jsonschema", LogTopic.schema());
    log = out.channel(schema, LogTopic.TOPIC, "json", Map.of());
    out.flush();
  }

  private int json(NumbersTopic topic) {
    int schema = out.schema("olivo" + topic.topic(), "jsonschema", topic.schema());
    return out.channel(schema, topic.topic(), "json", Map.of());
  }

  /** Rows, exactly. */
  void exact(ExactMessage rows, long nowNanos) throws IOException {
    ByteSink bytes = rows.encoded();
    write(exact, nowNanos, bytes.bytes(), bytes.size());
  }

  /** A tick, for people. */
  void show(Row row) throws IOException {
    for (int i = 0; i < topics.length; i++) {
      Shown.Part part = shown.parts().get(i);
      write(topics[i], row.nowNanos, part.topic().message(part.of().apply(row.tick)));
    }
  }

  /** Something that happened. */
  void attach(RecordedFile one) throws IOException {
    out.attachment(one.name(), one.mediaType(), epochNanos, 0, one.bytes());
  }

  void log(long nowNanos, String kind, String text) throws IOException {
    write(log, nowNanos, LogTopic.message(epochNanos + nowNanos, kind, text));
  }

  private void write(int channel, long nowNanos, byte[] message) throws IOException {
    write(channel, nowNanos, message, message.length);
  }

  private void write(int channel, long nowNanos, byte[] message, int length) throws IOException {
    long wall = epochNanos + nowNanos;
    out.message(channel, sequence++ & 0xFFFFFFFFL, wall, wall, message, 0, length);
  }

  /** What was written is on the disk when this returns. */
  void flush() throws IOException {
    out.flush();
  }

  long bytesWritten() {
    return out.bytesWritten();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
