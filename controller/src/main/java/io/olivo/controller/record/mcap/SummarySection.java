package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is told about the recording behind its data: definitions once more, counts, and where
 * everything is. It grows by about 100 bytes a chunk and 10 more for each of its channels. Source:
 * MCAP specification, "Summary Section" and "Summary Offset Section".
 */
final class SummarySection {
  private final RecordBuffer schemas = new RecordBuffer(1 << 10);
  private final RecordBuffer channels = new RecordBuffer(1 << 10);
  private final RecordBuffer metadataIndexes = new RecordBuffer(1 << 8);
  private final RecordBuffer attachmentIndexes = new RecordBuffer(1 << 8);
  private final RecordBuffer chunkIndexes = new RecordBuffer(1 << 12);
  private long[] messages = new long[1]; // [channel]
  private int schemaCount;
  private int channelCount;
  private long attachmentCount;
  private long metadataCount;
  private long chunkCount;
  private long startTime = Long.MAX_VALUE; // [ns]
  private long endTime; // [ns]

  int schemaCount() {
    return schemaCount;
  }

  int channelCount() {
    return channelCount;
  }

  void add(Schema schema) {
    schemaCount++;
    schema.to(schemas);
  }

  void add(Channel channel) {
    channelCount++;
    channel.to(channels);
    if (channelCount >= messages.length) {
      messages = Arrays.copyOf(messages, 2 * messages.length);
    }
  }

  void countMessage(int channel, long logTime) {
    messages[channel]++;
    startTime = Math.min(startTime, logTime);
    endTime = Math.max(endTime, logTime);
  }

  void add(ChunkIndex index) {
    chunkCount++;
    index.to(chunkIndexes);
  }

  void add(AttachmentIndex index) {
    attachmentCount++;
    index.to(attachmentIndexes);
  }

  void add(MetadataIndex index) {
    metadataCount++;
    index.to(metadataIndexes);
  }

  /** Writes all of it up to the last magic bytes. */
  void write(Output out) throws IOException {
    out.restartCrc();
    long start = out.position();
    RecordBuffer offsets = new RecordBuffer(1 << 8);
    group(out, offsets, Opcode.SCHEMA, schemas);
    group(out, offsets, Opcode.CHANNEL, channels);
    group(out, offsets, Opcode.STATISTICS, statistics());
    group(out, offsets, Opcode.METADATA_INDEX, metadataIndexes);
    group(out, offsets, Opcode.ATTACHMENT_INDEX, attachmentIndexes);
    group(out, offsets, Opcode.CHUNK_INDEX, chunkIndexes);
    long offsetStart = out.position();
    out.write(offsets);
    footer(out, start, offsetStart);
    out.write(Magic.bytes(), 0, Magic.LENGTH);
  }

  private static void group(Output out, RecordBuffer offsets, int opcode, RecordBuffer records)
      throws IOException {
    if (records.length() > 0) {
      new SummaryOffset(opcode, out.position(), records.length()).to(offsets);
      out.write(records);
    }
  }

  /** Its sum covers all fields of the footer before the sum itself. */
  private static void footer(Output out, long start, long offsetStart) throws IOException {
    RecordBuffer footer = new RecordBuffer(1 << 5);
    new Footer(start, offsetStart, 0).to(footer);
    out.write(footer.array(), 0, footer.length() - Integer.BYTES);
    long crc = out.crc();
    footer.clear();
    footer.u32(crc);
    out.write(footer);
  }

  private RecordBuffer statistics() {
    Map<Integer, Long> counts = new LinkedHashMap<>();
    long all = 0;
    for (int channel = 1; channel <= channelCount; channel++) {
      all += messages[channel];
      if (messages[channel] > 0) {
        counts.put(channel, messages[channel]);
      }
    }
    RecordBuffer out = new RecordBuffer(1 << 8);
    new Statistics(
            all,
            schemaCount,
            channelCount,
            attachmentCount,
            metadataCount,
            chunkCount,
            all == 0 ? 0 : startTime,
            endTime,
            counts)
        .to(out);
    return out;
  }
}
