package io.olivo.deploy.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * By the ssh of this computer, so that keys, agents, known hosts, jump hosts and names are those
 * that its user has. One connection carries all commands; it asks for passwords on the terminal.
 * Source: ssh(1), ssh_config(5), OpenSSH 8 and later.
 */
public final class SshConnection implements Connection {
  private static final int END_SECONDS = 5;

  private final Path folder;
  private final List<String> ssh;

  private SshConnection(Path folder, List<String> ssh) {
    this.folder = folder;
    this.ssh = List.copyOf(ssh);
  }

  /**
   * Connects.
   *
   * @param identity file with a private key; null for those that ssh takes by itself
   * @param options more for ssh, as in ssh_config(5): "ProxyJump=gate"
   * @throws NoConnectionException with what ssh says
   */
  public static SshConnection open(Host host, @Nullable Path identity, List<String> options)
      throws NoConnectionException, InterruptedException {
    try {
      Path folder = Files.createTempDirectory("olivo-ssh");
      SshConnection connection =
          new SshConnection(folder, command(host, identity, options, folder));
      connection.connect(host);
      return connection;
    } catch (IOException e) {
      throw new NoConnectionException(
          "ssh can't be started: %s; install it (Debian, Ubuntu: apt install openssh-client)"
              .formatted(e.getMessage()),
          e);
    }
  }

  /** A dead network is noticed within 15 s. */
  private static List<String> command(
      Host host, @Nullable Path identity, List<String> options, Path folder) {
    List<String> words = new ArrayList<>(List.of("ssh"));
    option(words, "ControlPath=" + folder.resolve("socket"));
    options.forEach(each -> option(words, each)); // before ours: ssh takes the first
    option(words, "ConnectTimeout=10");
    option(words, "ServerAliveInterval=5");
    option(words, "ServerAliveCountMax=3");
    if (host.port() != 0) {
      words.addAll(List.of("-p", Integer.toString(host.port())));
    }
    if (identity != null) {
      words.addAll(List.of("-i", identity.toString()));
    }
    words.addAll(List.of("-T", "--", host.destination()));
    return words;
  }

  private static void option(List<String> words, String option) {
    words.addAll(List.of("-o", option));
  }

  /**
   * In the background once it is let in, until nobody needs it for a minute. Standard input is left
   * to whoever called us, such as a loop over many boards.
   */
  private void connect(Host host) throws IOException, InterruptedException, NoConnectionException {
    Path said = folder.resolve("said");
    List<String> words = new ArrayList<>(ssh);
    words.addAll(1, List.of("-o", "ControlMaster=yes", "-o", "ControlPersist=60"));
    words.add("true");
    Process master =
        new ProcessBuilder(words).redirectOutput(said.toFile()).redirectErrorStream(true).start();
    master.getOutputStream().close();
    if (master.waitFor() != 0) {
      String why = Files.readString(said, StandardCharsets.UTF_8).strip();
      clean();
      throw new NoConnectionException(
          "no connection to %s: %s; try: ssh %s"
              .formatted(host, why.isEmpty() ? "ssh says no more" : why, byHand(host)));
    }
  }

  private static String byHand(Host host) {
    return host.port() == 0
        ? host.destination()
        : "-p %d %s".formatted(host.port(), host.destination());
  }

  @Override
  public Process start(String command) throws IOException {
    List<String> words = new ArrayList<>(ssh);
    words.addAll(1, List.of("-o", "ControlMaster=no", "-o", "BatchMode=yes"));
    words.add(command);
    return new ProcessBuilder(words).start();
  }

  @Override
  public void close() {
    List<String> words = new ArrayList<>(ssh);
    words.addAll(1, List.of("-O", "exit"));
    try {
      new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(END_SECONDS, TimeUnit.SECONDS);
      clean();
    } catch (IOException e) {
      // It has hung up by itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void clean() throws IOException {
    Files.deleteIfExists(folder.resolve("said"));
    Files.deleteIfExists(folder.resolve("socket"));
    Files.deleteIfExists(folder);
  }
}
