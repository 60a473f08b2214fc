package io.olivo.deploy.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A board that is a folder. The scripts are the real ones; the commands that would change this
 * computer are those of src/test/resources/board/bin, which change the folder.
 */
final class FolderBoard implements Connection {
  static final Path COMMANDS = Path.of("src/test/resources/board/bin").toAbsolutePath();

  private final Path root;
  private final List<Process> started = new ArrayList<>();
  private int commands;
  private int breaksAt = Integer.MAX_VALUE;
  private @Nullable String breaks;

  FolderBoard(Path root) {
    this.root = root;
  }

  /** Its environment, for a command that is started otherwise. */
  static Map<String, String> environment(Path root) {
    return Map.of("OLIVO_ROOT", root.toString(), "PATH", COMMANDS + ":" + System.getenv("PATH"));
  }

  /**
   * The connection is lost at a command, and all later ones.
   *
   * @param command the how manieth, from 0
   * @param how what still happens there, with %s for the command
   */
  void breakAt(int command, String how) {
    breaksAt = command;
    breaks = how;
  }

  /** How many commands were started. */
  int commands() {
    return commands;
  }

  @Override
  public Process start(String command) throws IOException {
    int number = commands++;
    if (number > breaksAt) {
      return shell("exit " + LOST);
    }
    if (number == breaksAt && breaks != null) {
      started.forEach(FolderBoard::hangUp);
      return shell("( " + breaks.formatted(command) + " ); exit " + LOST);
    }
    Process process = shell(command);
    started.add(process);
    return process;
  }

  /** What waits at the other end reads the end of its input. */
  private static void hangUp(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended.
    }
  }

  private Process shell(String command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.environment().putAll(environment(root));
    return builder.start();
  }

  @Override
  public void close() {
    started.forEach(FolderBoard::hangUp);
  }

  /** What a file of the fake system says; empty for none. */
  String said(String name) throws IOException {
    Path file = root.resolve("fake").resolve(name);
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "";
  }

  /** Makes the fake system say something. */
  FolderBoard say(String name, String text) throws IOException {
    Files.createDirectories(root.resolve("fake"));
    Files.writeString(root.resolve("fake").resolve(name), text + "\n");
    return this;
  }

  /** A path on the board. */
  Path path(String name) {
    return root.resolve(name.substring(1));
  }

  /** The release that a link points to; empty for none. */
  String linked(String link) throws IOException {
    Path path = path("/opt/olivo/" + link);
    return Files.isSymbolicLink(path)
        ? String.valueOf(Files.readSymbolicLink(path).getFileName())
        : "";
  }

  List<String> releases() throws IOException {
    try (var all = Files.list(path("/opt/olivo/releases"))) {
      return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }
}
