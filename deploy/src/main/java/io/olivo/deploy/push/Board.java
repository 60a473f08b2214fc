package io.olivo.deploy.push;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A board at the other end of a connection: runs scripts as root there, and takes files. */
final class Board {
  /** Writes files, as tar packs them. */
  interface Cargo {
    void write(OutputStream out) throws IOException;
  }

  private final Connection connection;
  private final List<String> asRoot;

  private Board(Connection connection, List<String> asRoot) {
    this.connection = connection;
    this.asRoot = List.copyOf(asRoot);
  }

  /**
   * Finds out how to become root there.
   *
   * @throws PushException when that asks for a password
   */
  static Board open(Connection connection)
      throws NoConnectionException, PushException, InterruptedException {
    Board asUser = new Board(connection, List.of());
    Answer who = asUser.finish(asUser.begin("id -u"), out -> {}, line -> {});
    if (who.lines().equals(List.of("0"))) {
      return asUser;
    }
    Answer sudo = asUser.finish(asUser.begin("sudo -n true"), out -> {}, line -> {});
    if (sudo.code() != 0) {
      throw new PushException(
          "this user may not become root there without a password (%s); nothing was changed;"
                  .formatted(sudo.errors())
              + " there: echo \"$USER ALL=(ALL) NOPASSWD: ALL\" | sudo tee /etc/sudoers.d/olivo-push,"
              + " or push as root");
    }
    return new Board(connection, List.of("sudo", "-n"));
  }

  /** Runs a script to its end. */
  Answer run(Script script, List<String> arguments)
      throws NoConnectionException, InterruptedException {
    return run(script, arguments, line -> {});
  }

  /** The same with somebody who hears every line as it comes. */
  Answer run(Script script, List<String> arguments, Consumer<String> heard)
      throws NoConnectionException, InterruptedException {
    byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
    return finish(begin(shell(arguments)), out -> out.write(text), heard);
  }

  /** Unpacks files in a folder there. */
  Answer send(String folder, Cargo cargo) throws NoConnectionException, InterruptedException {
    List<String> words = List.of("tar", "-x", "-f", "-", "--no-same-owner", "-p", "-C", folder);
    return finish(begin(prefixed(words)), cargo, line -> {});
  }

  /**
   * Keeps others away until it is closed, or this process or the connection ends.
   *
   * @param who is told to them
   * @throws PushException when somebody else is at it
   */
  Hold hold(String who) throws NoConnectionException, PushException, InterruptedException {
    Process process = begin(shell(List.of(who)));
    try {
      OutputStream in = process.getOutputStream();
      in.write(Script.HOLD.text().getBytes(StandardCharsets.UTF_8));
      in.flush();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      String first = said.readLine();
      if ("held=yes".equals(first)) {
        return new Hold(process);
      }
      String holder = new Answer(0, first == null ? List.of() : List.of(first), "").fact("holder");
      if (process.waitFor() == Connection.LOST || first == null) {
        throw lost(errors(process));
      }
      throw new PushException(
          "another push to this board goes on (%s); nothing was changed; wait for its end"
              .formatted(holder));
    } catch (IOException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
  }

  /** While it is open, nobody else pushes. */
  record Hold(Process process) implements AutoCloseable {
    @Override
    public void close() {
      try {
        process.getOutputStream().close();
        process.waitFor();
      } catch (IOException e) {
        // It has ended, which frees it as well.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String shell(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("sh", "-s", "--"));
    words.addAll(arguments);
    return prefixed(words);
  }

  private String prefixed(List<String> words) {
    return Quoted.words(Stream.concat(asRoot.stream(), words.stream()).toList());
  }

  private Process begin(String command) throws NoConnectionException {
    try {
      return connection.start(command);
    } catch (IOException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
  }

  private Answer finish(Process process, Cargo input, Consumer<String> heard)
      throws NoConnectionException, InterruptedException {
    CompletableFuture<String> errors =
        CompletableFuture.supplyAsync(() -> errors(process), Board::onItsOwn);
    CompletableFuture<List<String>> lines =
        CompletableFuture.supplyAsync(() -> lines(process, heard), Board::onItsOwn);
    try (OutputStream out = process.getOutputStream()) {
      input.write(out);
    } catch (IOException broken) {
      // Who ended before reading it all says why by its exit code.
    }
    int code = process.waitFor();
    String said = errors.join();
    if (code == Connection.LOST) {
      throw lost(said);
    }
    return new Answer(code, lines.join(), said);
  }

  /** Both streams must be read at once: a pipe that is full stops who writes to it. */
  private static void onItsOwn(Runnable reading) {
    Thread.ofPlatform().daemon().name("olivo-push-reader").start(reading);
  }

  private static List<String> lines(Process process, Consumer<String> heard) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
        heard.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static String errors(Process process) {
    try (InputStream said = process.getErrorStream()) {
      return new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static NoConnectionException lost(String why) {
    return new NoConnectionException("the connection was lost" + (why.isEmpty() ? "" : ": " + why));
  }
}
