package io.olivo.learning.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasWrittenIsReadAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("robot.state");
    StateFile.write(file, new byte[] {1, 2, 3});
    assertArrayEquals(new byte[] {1, 2, 3}, StateFile.read(file));
    assertEquals(List.of("robot.state"), names());
  }

  @Test
  void shorterContentReplacesLongerContentWhole() throws IOException {
    Path file = folder.resolve("robot.state");
    StateFile.write(file, new byte[1000]);
    StateFile.write(file, new byte[] {4});
    assertArrayEquals(new byte[] {4}, StateFile.read(file));
    assertEquals(List.of("robot.state"), names());
  }

  @Test
  void remainsOfAPowerCutDoNotDisturb() throws IOException {
    Path file = folder.resolve("robot.state");
    Files.write(folder.resolve("robot.state.new"), new byte[5000]);
    StateFile.write(file, new byte[] {5, 6});
    assertArrayEquals(new byte[] {5, 6}, StateFile.read(file));
    assertEquals(List.of("robot.state"), names());
  }

  @Test
  void missingFoldersAreMade() {
    Path file = folder.resolve("a/b/robot.state");
    StateFile.write(file, new byte[] {7});
    assertArrayEquals(new byte[] {7}, StateFile.read(file));
  }

  @Test
  void readerNeverSeesAnythingButTheOldOrTheNewContent() throws Exception {
    Path file = folder.resolve("robot.state");
    StateFile.write(file, filled((byte) 1));
    AtomicBoolean torn = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    byte[] seen = StateFile.read(file);
                    boolean whole = seen.length == 100_000 && Arrays.equals(seen, filled(seen[0]));
                    torn.compareAndSet(false, !whole);
                  }
                });
    for (int i = 0; i < 50; i++) {
      StateFile.write(file, filled((byte) (i % 2)));
    }
    over.set(true);
    reader.join();
    assertTrue(!torn.get(), "a torn file was seen");
  }

  private static byte[] filled(byte value) {
    byte[] content = new byte[100_000];
    Arrays.fill(content, value);
    return content;
  }

  @Test
  void missingFileIsNamed() {
    Path file = folder.resolve("none.state");
    String message =
        assertThrows(IllegalArgumentException.class, () -> StateFile.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
  }

  @Test
  void refusalOfTheDiskNamesTheFile() throws IOException {
    Path notAFolder = Files.write(folder.resolve("plain"), new byte[] {1});
    Path file = notAFolder.resolve("robot.state");
    String message =
        assertThrows(UncheckedIOException.class, () -> StateFile.write(file, new byte[] {1}))
            .getMessage();
    assertTrue(message.contains(file.toString()), message);
    assertThrows(UncheckedIOException.class, () -> StateFile.read(folder));
  }
}
