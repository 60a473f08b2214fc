package io.olivo.controller.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.snapshot.StateWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
  @TempDir private Path folder;

  private static SnapshotStore.Content holding(double value) {
    return lineage -> {
      StateWriter out = new StateWriter("test");
      out.put("value", value);
      return out.bytes(lineage, name -> "1");
    };
  }

  private SnapshotStore store(int keep) {
    return new SnapshotStore(new DiskFiles(folder.resolve("arm2")), keep);
  }

  private static List<Long> numbers(SnapshotStore store) throws IOException {
    return store.list().whole().stream().map(Generation::number).toList();
  }

  @Test
  void newestIsWhatWasPublishedLast() throws IOException {
    SnapshotStore store = store(3);
    store.publish(holding(1));
    store.publish(holding(2));
    Generation newest = store.newest().newest().orElseThrow();
    assertEquals(2, newest.number());
    assertEquals(2, newest.state().getDouble("value"));
  }

  @Test
  void aStoreThatNobodyWroteToIsEmpty() throws IOException {
    assertTrue(store(3).newest().newest().isEmpty());
    assertTrue(Files.notExists(folder.resolve("arm2")), "looking must not make it");
  }

  @Test
  void onlyTheNewestStay() throws IOException {
    SnapshotStore store = store(3);
    for (int i = 0; i < 7; i++) {
      store.publish(holding(i));
    }
    assertEquals(List.of(7L, 6L, 5L), numbers(store));
  }

  @Test
  void theLastOfTheRunBeforeStaysToo() throws IOException {
    store(2).publish(holding(1));
    SnapshotStore anotherRun = store(2);
    for (int i = 0; i < 4; i++) {
      anotherRun.publish(holding(i));
    }
    assertEquals(List.of(5L, 4L, 1L), numbers(anotherRun));
  }

  @Test
  void aRunThatBeginsAnewHasNoParentAndOneThatGoesOnHas() throws IOException {
    Generation first = store(2).publish(holding(1));
    assertEquals("", store(2).publish(holding(2)).parent());
    SnapshotStore goesOn = store(2);
    goesOn.follow(first.digest());
    assertEquals(first.digest(), goesOn.publish(holding(3)).parent());
  }

  @Test
  void eachKnowsTheOneBeforeIt() throws IOException {
    SnapshotStore store = store(3);
    Generation first = store.publish(holding(1));
    Generation second = store.publish(holding(2));
    assertEquals("", first.parent());
    assertEquals(first.digest(), second.parent());
    assertEquals(second.digest(), store.newest().newest().orElseThrow().digest());
  }

  @Test
  void aDamagedOneIsSkippedAndNamedAndItsNumberIsNotUsedAgain() throws IOException {
    SnapshotStore store = store(5);
    store.publish(holding(1));
    String file = store.publish(holding(2)).file();
    Path damaged = folder.resolve("arm2").resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length - 1] ^= 1;
    Files.write(damaged, bytes);
    Listing found = store.newest();
    assertEquals(1, found.newest().orElseThrow().number());
    assertEquals(file, found.damaged().getFirst().file());
    assertTrue(found.damaged().getFirst().why().contains("section value"));
    assertEquals(3, store.publish(holding(3)).number());
  }

  @Test
  void remainsAndForeignFilesDoNotDisturb() throws IOException {
    Path own = Files.createDirectories(folder.resolve("arm2"));
    Files.write(own.resolve("0000000009.state.new"), new byte[3]);
    Files.write(own.resolve("notes.txt"), new byte[3]);
    SnapshotStore store = store(2);
    assertEquals(1, store.publish(holding(1)).number());
    assertTrue(Files.notExists(own.resolve("0000000009.state.new")));
    assertTrue(Files.exists(own.resolve("notes.txt")));
  }

  @Test
  void nothingIsWrittenWhenTheDiskIsNearlyFull() throws IOException {
    ModelFiles files = new ModelFiles();
    files.free = 49_000_000;
    SnapshotStore store = new SnapshotStore(files, 2);
    String message =
        assertThrows(NoSpaceException.class, () -> store.publish(holding(1))).getMessage();
    assertTrue(message.contains("49 MB") && message.contains("50 MB"), message);
    assertEquals(List.of(), files.names());
  }

  @Test
  void aDiskThatReadsBackSomethingElseIsFoundOutBeforeTheOldOnesGo() throws IOException {
    ModelFiles files = new ModelFiles();
    SnapshotStore store = new SnapshotStore(files, 2);
    store.publish(holding(1));
    SnapshotFiles liar = new ForgetfulDisk(files);
    assertThrows(IOException.class, () -> new SnapshotStore(liar, 2).publish(holding(2)));
    assertEquals(1, store.newest().newest().orElseThrow().number());
  }

  @Test
  void twoWhoSaveToOneFolderDoNotDisturbEachOther() throws IOException {
    SnapshotStore one = store(5);
    one.publish(holding(1));
    DiskFiles another = new DiskFiles(folder.resolve("arm2"));
    try (Closeable claimed = another.claim()) {
      String message = assertThrows(IOException.class, () -> one.publish(holding(2))).getMessage();
      assertTrue(message.contains("somebody else"), message);
      assertTrue(claimed != null);
    }
    assertEquals(2, one.publish(holding(2)).number());
    assertEquals(3, store(5).publish(holding(3)).number());
  }

  @Test
  void fewerThanTwoAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> store(1));
  }
}
