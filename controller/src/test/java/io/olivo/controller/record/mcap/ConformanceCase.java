package io.olivo.controller.record.mcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of the 416 conformance files of the MCAP project (its {@code tests/conformance}), made anew
 * from their description: the same bytes, as {@link ConformanceTest} proves by their digests.
 *
 * @param data what is recorded
 * @param features of the file: {@code ch} chunk, {@code mx} message index, {@code st} statistics,
 *     {@code rsh}, {@code rch} repeated schemas and channels, {@code ax}, {@code mdx}, {@code chx}
 *     indexes of attachments, metadata and chunks, {@code sum} summary offsets, {@code pad} three
 *     bytes more in every record that may grow
 */
record ConformanceCase(Data data, TreeSet<String> features) {
  private static final List<String> FEATURES =
      List.of("ax", "ch", "chx", "mdx", "mx", "pad", "rch", "rsh", "st", "sum");
  static final int[] TEN_TIMES = {0, 2, 1, 3, 3, 5, 4, 7, 8, 9}; // [ns]
  static final byte[] DATA = {1, 2, 3};
  static final byte[] SCHEMA = {4, 5, 6};

  enum Data {
    NoData,
    OneSchemalessMessage,
    OneMessage,
    OneAttachment,
    OneMetadata,
    TenMessages;

    boolean hasMessages() {
      return this == OneSchemalessMessage || hasSchema();
    }

    boolean hasSchema() {
      return this == OneMessage || this == TenMessages;
    }

    int messages() {
      return this == TenMessages ? TEN_TIMES.length : hasMessages() ? 1 : 0;
    }
  }

  static List<ConformanceCase> all() {
    List<ConformanceCase> all = new ArrayList<>();
    for (Data data : Data.values()) {
      for (int set = 0; set < 1 << FEATURES.size(); set++) {
        TreeSet<String> features = new TreeSet<>();
        for (int i = 0; i < FEATURES.size(); i++) {
          if ((set >> i & 1) == 1) {
            features.add(FEATURES.get(i));
          }
        }
        if (makesSense(data, features)) {
          all.add(new ConformanceCase(data, features));
        }
      }
    }
    return all;
  }

  private static boolean makesSense(Data data, Set<String> features) {
    boolean indexed =
        List.of("chx", "rsh", "rch", "mdx", "ax", "st").stream().anyMatch(features::contains);
    return (!features.contains("ax") || data == Data.OneAttachment)
        && (!features.contains("mdx") || data == Data.OneMetadata)
        && (!features.contains("rsh") || data.hasSchema())
        && (!features.contains("rch") || data.hasMessages())
        && (!features.contains("ch") || data.hasMessages())
        && (!features.contains("sum") || indexed)
        && (features.contains("ch") || !(features.contains("chx") || features.contains("mx")));
  }

  boolean has(String feature) {
    return features.contains(feature);
  }

  String name() {
    return features.isEmpty() ? data.name() : data + "-" + String.join("-", features);
  }

  byte[] bytes() {
    SpecBytes file = new SpecBytes().raw(SpecBytes.MAGIC);
    file.record(0x01, padded(new SpecBytes().string("").string("")));
    int attachment = file.length();
    if (data == Data.OneAttachment) {
      file.record(0x09, padded(attachment()));
    } else if (data == Data.OneMetadata) {
      file.record(0x0C, padded(metadata()));
    }
    int dataLength = file.length() - attachment;
    int chunkStart = file.length();
    SpecBytes records = new SpecBytes();
    List<int[]> index = definitionsAndMessages(has("ch") ? records : file, !has("ch"));
    int chunkLength = 0;
    int indexLength = 0;
    if (has("ch")) {
      file.record(0x06, chunk(records));
      chunkLength = file.length() - chunkStart;
      if (has("mx")) {
        file.record(0x07, padded(messageIndex(index)));
      }
      indexLength = file.length() - chunkStart - chunkLength;
    }
    file.record(0x0F, new SpecBytes().u32(file.crc()));

    int summary = file.length();
    SpecBytes offsets = new SpecBytes();
    if (has("rsh")) {
      group(file, offsets, 0x03, padded(schema()));
    }
    if (has("rch")) {
      group(file, offsets, 0x04, padded(channel()));
    }
    if (has("st")) {
      group(file, offsets, 0x0B, padded(statistics()));
    }
    if (has("mdx")) {
      SpecBytes content = new SpecBytes().u64(attachment).u64(dataLength).string("myMetadata");
      group(file, offsets, 0x0D, padded(content));
    }
    if (has("ax")) {
      SpecBytes content = new SpecBytes().u64(attachment).u64(dataLength).u64(2).u64(1).u64(3);
      content.string("myFile").string("application/octet-stream");
      group(file, offsets, 0x0A, padded(content));
    }
    if (has("chx")) {
      SpecBytes content = times(new SpecBytes()).u64(chunkStart).u64(chunkLength);
      content.u32(has("mx") ? 10 : 0);
      if (has("mx")) {
        content.u16(1).u64(chunkStart + chunkLength);
      }
      content.u64(indexLength).string("").u64(records.length()).u64(records.length());
      group(file, offsets, 0x08, padded(content));
    }
    boolean empty = file.length() == summary;
    int offsetStart = has("sum") ? file.length() : 0;
    file.raw(has("sum") ? offsets.bytes() : new byte[0]);
    file.u8(0x02).u64(20).u64(empty ? 0 : summary).u64(offsetStart);
    return file.u32(SpecBytes.crc(file.bytes(), summary)).raw(SpecBytes.MAGIC).bytes();
  }

  private SpecBytes padded(SpecBytes content) {
    return has("pad") ? content.raw((byte) 1, (byte) -1, (byte) -1) : content;
  }

  private void group(SpecBytes file, SpecBytes offsets, int opcode, SpecBytes content) {
    int start = file.length();
    file.record(opcode, content);
    SpecBytes offset = new SpecBytes().u8(opcode).u64(start).u64(file.length() - start);
    offsets.record(0x0E, padded(offset));
  }

  /** Returns log time and offset of each message. Records within a chunk are not padded. */
  private List<int[]> definitionsAndMessages(SpecBytes to, boolean pad) {
    if (data.hasSchema()) {
      to.record(0x03, pad ? padded(schema()) : schema());
    }
    if (data.hasMessages()) {
      to.record(0x04, pad ? padded(channel()) : channel());
    }
    List<int[]> index = new ArrayList<>();
    for (int i = 0; i < data.messages(); i++) {
      boolean ten = data == Data.TenMessages;
      int time = ten ? TEN_TIMES[i] : 2;
      index.add(new int[] {time, to.length()});
      SpecBytes content = new SpecBytes().u16(1).u32(ten ? i : 10).u64(time).u64(ten ? time : 1);
      to.record(0x05, content.raw(DATA));
    }
    return index;
  }

  private static SpecBytes schema() {
    return new SpecBytes().u16(1).string("Example").string("c").u32(3).raw(SCHEMA);
  }

  private SpecBytes channel() {
    SpecBytes content = new SpecBytes().u16(1).u16(data.hasSchema() ? 1 : 0).string("example");
    return data.hasSchema() ? fooBar(content.string("a")) : content.string("text").u32(0);
  }

  private static SpecBytes fooBar(SpecBytes content) {
    return content.u32(14).string("foo").string("bar");
  }

  private static SpecBytes metadata() {
    return fooBar(new SpecBytes().string("myMetadata"));
  }

  private static SpecBytes attachment() {
    SpecBytes content = new SpecBytes().u64(2).u64(1).string("myFile");
    content.string("application/octet-stream").u64(3).raw(DATA);
    return content.u32(content.crc());
  }

  private SpecBytes times(SpecBytes content) {
    boolean ten = data == Data.TenMessages;
    return content
        .u64(ten || !data.hasMessages() ? 0 : 2)
        .u64(ten ? 9 : data.hasMessages() ? 2 : 0);
  }

  private SpecBytes chunk(SpecBytes records) {
    SpecBytes content = times(new SpecBytes()).u64(records.length()).u32(records.crc());
    return content.string("").u64(records.length()).raw(records.bytes());
  }

  private static SpecBytes messageIndex(List<int[]> index) {
    SpecBytes content = new SpecBytes().u16(1).u32(16L * index.size());
    index.forEach(pair -> content.u64(pair[0]).u64(pair[1]));
    return content;
  }

  private SpecBytes statistics() {
    SpecBytes content = new SpecBytes().u64(data.messages()).u16(data.hasSchema() ? 1 : 0);
    content.u32(data.hasMessages() ? 1 : 0).u32(data == Data.OneAttachment ? 1 : 0);
    content.u32(data == Data.OneMetadata ? 1 : 0).u32(has("ch") ? 1 : 0);
    times(content).u32(data.hasMessages() ? 10 : 0);
    return data.hasMessages() ? content.u16(1).u64(data.messages()) : content;
  }
}
