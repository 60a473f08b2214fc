package io.olivo.controller.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  private static final int MEGABYTE = 1_000_000;

  @TempDir private Path folder;

  private void put(String name, int megabytes) throws IOException {
    Files.write(folder.resolve(name), new byte[megabytes * MEGABYTE]);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theOldestOfTheSameRobotMakeRoomForTheNextPart() throws IOException {
    put("arm2-20260101T000000Z-aaaa-000001.mcap", 3);
    put("arm2-20260101T000000Z-aaaa-000002.mcap", 3);
    put("arm2-20260201T000000Z-bbbb-000001.mcap", 2);
    put("arm2-board-20250101T000000Z-cccc-000001.mcap", 3);
    put("arm2-notes.mcap", 3);
    Folder place =
        new Folder(folder, "arm2", "20260301T000000Z-dddd", new Limits(8L * MEGABYTE, 0));
    Path next = place.next(1);
    assertEquals("arm2-20260301T000000Z-dddd-000001.mcap", next.getFileName().toString());
    assertEquals(
        List.of(
            "arm2-20260101T000000Z-aaaa-000002.mcap",
            "arm2-20260201T000000Z-bbbb-000001.mcap",
            "arm2-board-20250101T000000Z-cccc-000001.mcap",
            "arm2-notes.mcap"),
        names(),
        "6 MB and one more part of 1 MB are under 8 MB");
    assertEquals(MEGABYTE, place.partBytes());
  }

  @Test
  void aDiskWithLessThanWhatShallStayFreeIsFull() throws IOException {
    Limits greedy = new Limits(8L * MEGABYTE, Long.MAX_VALUE);
    String why = new Folder(folder.resolve("new"), "arm2", "run", greedy).full(0);
    assertTrue(why.matches("\\d+ MB are free on the disk, and \\d+ MB shall stay so"), why);
    assertEquals("", new OneFile(folder.resolve("x.mcap"), new Limits(MEGABYTE, 0)).full(5));
    String limit = new OneFile(folder.resolve("x.mcap"), new Limits(MEGABYTE, 0)).full(MEGABYTE);
    assertEquals("it has reached its limit of 1 MB", limit);
  }

  @Test
  void limitsThatHoldNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Limits(10, 0));
    assertThrows(IllegalArgumentException.class, () -> new Limits(MEGABYTE, -1));
  }
}
