package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the real ssh and a real sshd on this computer; the board behind it is a folder. */
class SshPushTest {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final PushOptions USUAL = new PushOptions(20, 1, 3, false, true, false);

  @TempDir private Path folder;
  private final String user = System.getProperty("user.name");
  private int port;
  private Process sshd;

  @BeforeEach
  void begin() throws Exception {
    assumeTrue(Files.isExecutable(SSHD), SSHD + " is not installed: apt install openssh-server");
    key("host");
    key("mine");
    port = freePort();
    Path root = Files.createDirectories(folder.resolve("board"));
    String environment =
        "env OLIVO_ROOT=%s PATH=%s:%s".formatted(root, FolderBoard.COMMANDS, System.getenv("PATH"));
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s
        AuthorizedKeysFile %s
        StrictModes no
        UsePAM no
        PidFile none
        PermitRootLogin yes
        PasswordAuthentication no
        ForceCommand %s sh -c "$SSH_ORIGINAL_COMMAND"
        """
            .formatted(port, folder.resolve("host"), folder.resolve("mine.pub"), environment));
    makeRunFolder();
    listen();
  }

  private void listen() throws Exception {
    sshd =
        new ProcessBuilder(
                SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("sshd.log").toFile()))
            .start();
    awaitListening();
  }

  /** Root's sshd wants it; the system's own service makes it at its start. */
  private static void makeRunFolder() throws IOException {
    if (Files.isWritable(Path.of("/run"))) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    Process running = sshd;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
      running.waitFor(5, TimeUnit.SECONDS);
    }
  }

  private void key(String name) throws Exception {
    Process process =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                folder.resolve(name).toString())
            .start();
    assertEquals(0, process.waitFor());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening() throws Exception {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    assumeTrue(false, "sshd does not start here: " + Files.readString(folder.resolve("sshd.log")));
  }

  private SshConnection connect() throws Exception {
    return SshConnection.open(
        Host.parse(user + "@127.0.0.1:" + port),
        folder.resolve("mine"),
        List.of(
            "StrictHostKeyChecking=accept-new",
            "UserKnownHostsFile=" + folder.resolve("known_hosts"),
            "IdentitiesOnly=yes",
            "BatchMode=yes"));
  }

  private PushResult push(Path release) throws Exception {
    try (SshConnection connection = connect()) {
      return Push.over(connection, USUAL, new Heard())
          .push(RobotFile.read(Path.of("src/main/robots/arm2-board.yaml")), release, "me@desk");
    }
  }

  @Test
  void pushesOverOneConnectionAndHangsUp() throws Exception {
    Path release = new SmallRelease().in(folder.resolve("release"));
    assertEquals("pushed", push(release).outcome());
    assertEquals("unchanged", push(release).outcome());
    assertEquals("disarmed", new FolderBoard(folder.resolve("board")).said("status"));
    String log = Files.readString(folder.resolve("sshd.log"));
    assertEquals(2, log.lines().filter(line -> line.contains("Accepted publickey")).count(), log);
  }

  @Test
  void lostConnectionIsToldAndTheNextPushSucceeds() throws Exception {
    Path first = new SmallRelease().in(folder.resolve("first"));
    push(first);
    Path second = new SmallRelease().with("lib/olivo.jar", "2").in(folder.resolve("second"));
    try (SshConnection connection = connect()) {
      Heard cuts =
          new Heard() {
            @Override
            public void done(String step, String what) {
              if (step.equals("sent")) {
                sshd.descendants().forEach(ProcessHandle::destroyForcibly);
                sshd.destroyForcibly();
              }
            }
          };
      Push push = Push.over(connection, USUAL, cuts);
      NoConnectionException lost =
          assertThrows(
              NoConnectionException.class,
              () ->
                  push.push(
                      RobotFile.read(Path.of("src/main/robots/arm2-board.yaml")),
                      second,
                      "me@desk"));
      assertTrue(lost.getMessage().contains("runs on"), lost.getMessage());
    }
    listen();
    assertEquals("pushed", push(second).outcome());
  }

  @Test
  void whereNobodyListensIsToldInTheWordsOfSsh() throws Exception {
    Host nobody = new Host("127.0.0.1", freePort());
    NoConnectionException lost =
        assertThrows(
            NoConnectionException.class,
            () -> SshConnection.open(nobody, null, List.of("BatchMode=yes")));
    assertTrue(lost.getMessage().contains("refused"), lost.getMessage());
  }
}
