package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTest {
  @TempDir private Path folder;

  private static String said(String input, List<String> command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, command.getFirst() + " is not installed");
      throw e;
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It read no more than it wanted.
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  @ParameterizedTest
  @EnumSource(Script.class)
  void isGoodShell(Script script) throws Exception {
    assertEquals("", said(script.text(), List.of("sh", "-n")));
    assertEquals(
        "", said(script.text(), List.of("shellcheck", "-s", "sh", "-e", "SC2034,SC2317", "-")));
  }

  static Stream<Path> fakes() throws IOException {
    try (Stream<Path> all = Files.list(FolderBoard.COMMANDS)) {
      return all.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fakes")
  void soAreTheCommandsOfTheFolderBoard(Path command) throws Exception {
    assertEquals("", said("", List.of("shellcheck", command.toString())));
  }

  /** Cut anywhere after its beginning, a shell finds no end of the braces, and does nothing. */
  @Test
  void scriptThatLostItsEndDoesNothing() throws Exception {
    String text = Script.PREPARE.text();
    for (int length = 2; length < text.length() - "} </dev/null\n".length(); length += 97) {
      Path root = Files.createDirectories(folder.resolve(Integer.toString(length)));
      ProcessBuilder shell = new ProcessBuilder("sh", "-s", "--", "name");
      shell.environment().putAll(FolderBoard.environment(root));
      Process process = shell.redirectErrorStream(true).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(text.substring(0, length).getBytes(StandardCharsets.UTF_8));
      }
      process.getInputStream().readAllBytes();
      process.waitFor();
      assertEquals(List.of(), SmallRelease.filesIn(root));
      assertEquals(false, Files.exists(root.resolve("opt")), "cut at " + length);
    }
  }
}
