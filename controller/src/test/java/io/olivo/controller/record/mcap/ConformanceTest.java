package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.record.mcap.ConformanceCase.Data;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance files of the MCAP project, read and written. */
class ConformanceTest {
  /** SHA-256 over sorted lines of name and SHA-256 of all published files with these data. */
  private static final Map<Data, String> PUBLISHED =
      Map.of(
          Data.NoData, "b44e4fcaa02a347a846c3a73cdacedb2760f052849d42770cc524df905e912b0",
          Data.OneSchemalessMessage,
              "cc98bcbc33f2d30118337060fce1ded94dab10c48c966172fb9fca39222d7b3a",
          Data.OneMessage, "aef6afb96b3307499b965743343a956c8b299a130d3197fa946573038d0a842c",
          Data.OneAttachment, "40a833056836d43242de4c6f1ade432318b9dd99bbdd7288af67e6e8ec66d2e1",
          Data.OneMetadata, "2cace83e09dc6c7273cb209c5753020726da2d56b8f49ab229261d8c15ab36cd",
          Data.TenMessages, "5409ef83eaebca38cac56f6c84896368ce077675b162719b22c6784a53a0578c");

  static Stream<ConformanceCase> cases() {
    return ConformanceCase.all().stream();
  }

  @Test
  void theCasesAreThePublishedOnesToTheByte() throws Exception {
    assertEquals(416, cases().count());
    for (Data data : Data.values()) {
      TreeSet<String> lines = new TreeSet<>();
      for (ConformanceCase each : cases().filter(one -> one.data() == data).toList()) {
        lines.add(each.name() + " " + sha256(each.bytes()) + "\n");
      }
      byte[] text = String.join("", lines).getBytes(StandardCharsets.US_ASCII);
      assertEquals(PUBLISHED.get(data), sha256(text), () -> data + ": " + lines);
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseIsReadWhole(ConformanceCase each) throws IOException {
    Recordings.Result read = Recordings.read(each.bytes());

    assertEquals(List.of(), read.refused());
    assertTrue(read.ending().whole());
    assertEquals(data(each), read.records().subList(1, 1 + data(each).size()));
    assertEquals(new Header("", ""), read.records().getFirst());
    assertEquals(kindsOfSummary(each), kindsBehindTheData(read));
  }

  /** What stands between header and the end of the data. */
  private static List<McapRecord> data(ConformanceCase each) {
    Map<String, String> facts = Map.of("foo", "bar");
    byte[] bytes = ConformanceCase.DATA;
    List<McapRecord> data = new ArrayList<>();
    switch (each.data()) {
      case NoData -> {}
      case OneAttachment ->
          data.add(new Attachment(2, 1, "myFile", "application/octet-stream", bytes));
      case OneMetadata -> data.add(new Metadata("myMetadata", facts));
      case OneSchemalessMessage -> {
        data.add(new Channel(1, 0, "example", "text", Map.of()));
        data.add(new Message(1, 10, 2, 1, bytes));
      }
      case OneMessage, TenMessages -> {
        data.add(new Schema(1, "Example", "c", ConformanceCase.SCHEMA));
        data.add(new Channel(1, 1, "example", "a", facts));
      }
    }
    if (each.data() == Data.OneMessage) {
      data.add(new Message(1, 10, 2, 1, bytes));
    }
    for (int i = 0; each.data() == Data.TenMessages && i < 10; i++) {
      int time = ConformanceCase.TEN_TIMES[i];
      data.add(new Message(1, i, time, time, bytes));
    }
    return data;
  }

  private static List<String> kindsOfSummary(ConformanceCase each) {
    Map<String, String> kinds =
        Map.of(
            "rsh", "Schema",
            "rch", "Channel",
            "st", "Statistics",
            "mdx", "MetadataIndex",
            "ax", "AttachmentIndex",
            "chx", "ChunkIndex");
    List<String> groups =
        Stream.of("rsh", "rch", "st", "mdx", "ax", "chx")
            .filter(each::has)
            .map(kinds::get)
            .toList();
    List<String> all = new ArrayList<>();
    all.add("DataEnd");
    all.addAll(groups);
    groups.stream().filter(group -> each.has("sum")).forEach(group -> all.add("SummaryOffset"));
    all.add("Footer");
    return all;
  }

  private static List<String> kindsBehindTheData(Recordings.Result read) {
    return read.records().stream()
        .map(record -> record.getClass().getSimpleName())
        .dropWhile(kind -> !kind.equals("DataEnd"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("oursToo")
  void theWriterMakesTheFilesThatHaveAllItsFeatures(ConformanceCase each) throws IOException {
    McapOptions options = new McapOptions("", "", Compression.NONE, 1 << 16);
    byte[] ours = Recordings.written(options, writer -> write(each, writer));

    assertArrayEquals(each.bytes(), ours, each.name());
  }

  static Stream<ConformanceCase> oursToo() {
    Map<Data, String> ours =
        Map.of(
            Data.NoData, "NoData-st-sum",
            Data.OneSchemalessMessage, "OneSchemalessMessage-ch-chx-mx-rch-st-sum",
            Data.OneMessage, "OneMessage-ch-chx-mx-rch-rsh-st-sum",
            Data.OneAttachment, "OneAttachment-ax-st-sum",
            Data.OneMetadata, "OneMetadata-mdx-st-sum",
            Data.TenMessages, "TenMessages-ch-chx-mx-rch-rsh-st-sum");
    return cases().filter(each -> each.name().equals(ours.get(each.data())));
  }

  @Test
  void oneFileOfEachKindOfDataIsWritten() {
    assertEquals(Data.values().length, oursToo().count());
  }

  private static void write(ConformanceCase each, McapWriter writer) throws IOException {
    for (McapRecord record : data(each)) {
      switch (record) {
        case Schema s -> writer.schema(s.name(), s.encoding(), s.data());
        case Channel c ->
            writer.channel(c.schemaId(), c.topic(), c.messageEncoding(), c.metadata());
        case Message m ->
            writer.message(
                m.channelId(), m.sequence(), m.logTime(), m.publishTime(), m.data(), 0, 3);
        case Attachment a ->
            writer.attachment(a.name(), a.mediaType(), a.logTime(), a.createTime(), a.data());
        case Metadata m -> writer.metadata(m.name(), m.metadata());
        default -> throw new AssertionError(record);
      }
    }
  }
}
