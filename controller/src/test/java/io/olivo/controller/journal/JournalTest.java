package io.olivo.controller.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final long LIMIT = 1L << 18; // bytes, 32 kB a file
  private static final long CLOCK = 1000; // ms

  @TempDir Path folder;

  private Journal open(long clock) throws IOException {
    return Journal.on(JournalFiles.open(folder, LIMIT), LIMIT, clock);
  }

  private static Journal.Message message(String text) {
    return (id, after) -> (id + ">" + after + " " + text).getBytes(UTF_8);
  }

  private static List<String> texts(Journal journal) {
    List<String> texts = new ArrayList<>();
    for (Entry next = journal.next(0); next != null; next = journal.next(next.id())) {
      texts.add(new String(next.payload(), UTF_8));
    }
    return texts;
  }

  private Path onlySegment() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(one -> one.toString().endsWith(".journal")).findFirst().orElseThrow();
    }
  }

  @Test
  void idsGrowOverRestartsAndEachMessageKnowsTheOneBefore() throws IOException {
    try (Journal first = open(CLOCK)) {
      assertEquals(1000, first.append(message("a")));
      assertEquals(1001, first.append(message("b")));
    }
    try (Journal second = open(CLOCK + 500)) {
      assertEquals(1500, second.append(message("c")));
      assertEquals(1501, second.append(message("d")));
      assertEquals(List.of("1000>0 a", "1001>1000 b", "1500>1001 c", "1501>1500 d"), texts(second));
    }
  }

  @Test
  void aClockThatWasSetBackDoesNotMakeAnIdTwice() throws IOException {
    try (Journal first = open(CLOCK)) {
      first.append(message("a"));
    }
    try (Journal second = open(1)) {
      assertEquals(1001, second.append(message("b")));
    }
  }

  @Test
  void aFileCutAtAnyByteGivesAllWholeEntriesAndTakesMore() throws IOException {
    try (Journal journal = open(CLOCK)) {
      for (String text : List.of("a", "", "ccc")) {
        journal.append(message(text));
      }
    }
    Path segment = onlySegment();
    byte[] whole = Files.readAllBytes(segment);
    int tried = 0;
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.deleteIfExists(segment);
      Files.write(segment, Arrays.copyOf(whole, cut));
      int expected = SegmentFormat.read(Arrays.copyOf(whole, cut)).entries().size();
      try (Journal journal = open(5000)) {
        assertEquals(expected, texts(journal).size(), "cut at " + cut);
        journal.append(message("after"));
      }
      try (Journal again = open(5000)) {
        assertEquals(expected + 1, texts(again).size(), "cut at " + cut);
        assertTrue(texts(again).getLast().endsWith("after"));
      }
      try (Stream<Path> all = Files.list(folder)) {
        for (Path one : all.filter(one -> one.toString().endsWith(".journal")).toList()) {
          Files.delete(one);
        }
      }
      tried++;
    }
    assertEquals(whole.length + 1, tried);
    assertEquals(3, SegmentFormat.read(whole).entries().size());
  }

  @Test
  void aFlippedBitEndsTheFileThereAndNeverMakesAnotherMessage() throws IOException {
    try (Journal journal = open(CLOCK)) {
      for (int i = 0; i < 4; i++) {
        journal.append(message("text " + i));
      }
    }
    byte[] whole = Files.readAllBytes(onlySegment());
    List<Entry> good = SegmentFormat.read(whole).entries();
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] broken = whole.clone();
      broken[bit / 8] ^= (byte) (1 << (bit % 8));
      List<Entry> read = SegmentFormat.read(broken).entries();
      assertTrue(read.size() < good.size(), "bit " + bit);
      for (int i = 0; i < read.size(); i++) {
        assertEquals(good.get(i).id(), read.get(i).id());
        assertEquals(
            new String(good.get(i).payload(), UTF_8), new String(read.get(i).payload(), UTF_8));
      }
    }
  }

  @Test
  void whatIsFullDropsTheOldestAndCountsThem() throws IOException {
    String kilobyte = "x".repeat(1000);
    try (Journal journal = open(CLOCK)) {
      for (int i = 0; i < 1000; i++) {
        journal.append(message(kilobyte));
      }
      Entry oldest = journal.next(0);
      assertNotNull(oldest);
      assertEquals(oldest.after(), journal.before());
      assertEquals(1999, journal.newest());
      assertEquals(oldest.id() - 1000, journal.evicted());
      assertTrue(journal.evicted() > 700, "dropped " + journal.evicted());
    }
    long bytes = 0;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.toList()) {
        bytes += Files.size(one);
      }
    }
    assertTrue(bytes <= LIMIT && bytes > LIMIT / 2, "bytes on disk " + bytes);
    try (Journal again = open(CLOCK)) {
      assertEquals(1999, again.newest());
      assertEquals(2000, again.append(message("next")));
    }
  }

  @Test
  void twoProcessesDoNotWriteOneJournal() throws IOException {
    try (Journal journal = open(CLOCK)) {
      journal.append(message("a"));
      IOException refused = assertThrows(IOException.class, () -> open(CLOCK));
      assertTrue(refused.getMessage().contains("somebody else"), refused.getMessage());
    }
  }

  @Test
  void inMemoryNothingIsWrittenAndIdsBeginAtTheClock() throws IOException {
    try (Journal journal = Journal.inMemory(LIMIT, 77)) {
      assertNull(journal.next(0));
      assertEquals(77, journal.append(message("a")));
      assertEquals(78, journal.append(message("b")));
      assertEquals(0, journal.before());
    }
  }
}
