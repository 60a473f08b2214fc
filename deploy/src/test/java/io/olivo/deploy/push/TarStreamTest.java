package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarStreamTest {
  private static final String LONG = "lib/" + "folder/".repeat(14) + "x".repeat(90) + ".jar";

  @TempDir private Path folder;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] packed(List<PushedFile> files, AtomicLong told) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarStream tar = new TarStream(out, told::addAndGet);
    for (PushedFile file : files) {
      tar.add(file);
    }
    tar.close();
    return out.toByteArray();
  }

  @Test
  void tarUnpacksWhatWasPackedWithItsRights() throws Exception {
    List<PushedFile> files =
        List.of(
            PushedFile.of("empty", PushedFile.READABLE, bytes(0)),
            PushedFile.of("bin/a program", PushedFile.PROGRAM, bytes(511)),
            PushedFile.of("bin/block", PushedFile.READABLE, bytes(512)),
            PushedFile.of("robot/ü.password", PushedFile.SECRET, bytes(513)),
            PushedFile.of(LONG, PushedFile.READABLE, bytes(100_000)));
    Process tar = new ProcessBuilder("tar", "-x", "-p", "-f", "-", "-C", folder.toString()).start();
    try (OutputStream in = tar.getOutputStream()) {
      in.write(packed(files, new AtomicLong()));
    }
    String errors = new String(tar.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("", errors);
    assertEquals(0, tar.waitFor());
    for (PushedFile file : files) {
      Path unpacked = folder.resolve(file.path());
      assertArrayEquals(bytes((int) file.size()), Files.readAllBytes(unpacked), file.path());
    }
    assertEquals("rwxr-xr-x", rights("bin/a program"));
    assertEquals("rw-------", rights("robot/ü.password"));
  }

  private String rights(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  @Test
  void everyByteIsToldOnce() throws IOException {
    AtomicLong told = new AtomicLong();
    packed(
        List.of(PushedFile.of("a", 0644, bytes(200_001)), PushedFile.of("b", 0644, bytes(7))),
        told);
    assertEquals(200_008, told.get());
  }

  @Test
  void sameFilesAreTheSameBytes() throws IOException {
    List<PushedFile> files = List.of(PushedFile.of("a", 0644, bytes(1000)));
    assertArrayEquals(packed(files, new AtomicLong()), packed(files, new AtomicLong()));
  }

  @Test
  void fileThatBecomesShorterIsNoticed() {
    PushedFile whole = PushedFile.of("a", 0644, bytes(10));
    PushedFile longer = new PushedFile("a", whole.sha256(), 0644, 11, whole.source());
    assertThrows(IOException.class, () -> packed(List.of(longer), new AtomicLong()));
  }
}
