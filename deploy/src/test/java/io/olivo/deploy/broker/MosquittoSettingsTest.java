package io.olivo.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.link.Tls;
import io.olivo.controller.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that come with Olivo, in a real mosquitto: who may do what. */
class MosquittoSettingsTest {
  private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");
  private static final Path PASSWD = Path.of("/usr/bin/mosquitto_passwd");
  private static final Path SETTINGS = Path.of("src/main/mosquitto");
  private static final String PASSWORD = "correct-horse";

  @TempDir static Path folder;
  private static TestCertificates authority;
  private static Process broker;
  private static int tlsPort;
  private static int localPort;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isExecutable(MOSQUITTO) && Files.isExecutable(PASSWD), "mosquitto is not installed");
    authority = new TestCertificates(folder, "ca");
    TestCertificates.Identity own = authority.issue("broker", TestCertificates.dns("localhost"));
    Files.copy(own.pem(), folder.resolve("broker.crt"));
    Files.copy(own.key(), folder.resolve("broker.key"));
    Files.copy(SETTINGS.resolve("acl"), folder.resolve("acl"));
    for (String user : List.of("arm2", "arm3", "operator", "watcher")) {
      addUser(user);
    }
    tlsPort = freePort();
    localPort = freePort();
    Files.writeString(folder.resolve("mosquitto.conf"), settings());
    broker =
        new ProcessBuilder(MOSQUITTO.toString(), "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (!listens(tlsPort) || !listens(localPort)) {
      assertTrue(broker.isAlive(), Files.readString(folder.resolve("log")));
      Thread.sleep(10);
    }
  }

  /** Only places and ports are others; root has to say that it stays root. */
  private static String settings() throws IOException {
    String user = System.getProperty("user.name");
    return Files.readString(SETTINGS.resolve("mosquitto.conf"))
            .replace("/etc/mosquitto/olivo/", folder + "/")
            .replace("/var/lib/mosquitto/", folder + "/")
            .replace("listener 8883", "listener " + tlsPort)
            .replace("listener 1883", "listener " + localPort)
            .replace("listener 9001", "listener " + freePort())
        + "\nuser "
        + user
        + "\n";
  }

  private static void addUser(String user) throws Exception {
    Path passwords = folder.resolve("passwords");
    if (!Files.exists(passwords)) {
      Files.createFile(passwords);
    }
    int code =
        new ProcessBuilder(PASSWD.toString(), "-b", passwords.toString(), user, PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assertEquals(0, code);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.destroyForcibly();
    }
  }

  private static PahoLink as(String user) throws NoBrokerException {
    URI here = URI.create("tcp://127.0.0.1:" + localPort);
    return PahoLink.connect(LinkConfig.plain(here, "test-" + user).withLogin(user, PASSWORD));
  }

  private static BlockingQueue<String> heardBy(Link link, String filter) {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    link.subscribe(
        filter, message -> heard.add(message.topic() + " " + new String(message.payload(), UTF_8)));
    return heard;
  }

  private static void say(Link link, String topic, String word) {
    link.publish(Message.certain(topic, word.getBytes(UTF_8)));
  }

  /** A subscription works when what is said is heard; the broker knows the order of one client. */
  private static void untilHeard(Link link, String topic, BlockingQueue<String> heard)
      throws InterruptedException {
    String got = null;
    for (int i = 0; i < 200 && got == null; i++) {
      say(link, topic, "ready");
      got = heard.poll(50, TimeUnit.MILLISECONDS);
    }
    assertEquals(topic + " ready", got);
    TimeUnit.MILLISECONDS.sleep(100);
    heard.clear();
  }

  @Test
  void aRobotTellsAndIsHeardByOperatorsButNotUnderAnotherName() throws Exception {
    try (PahoLink arm2 = as("arm2");
        PahoLink operator = as("operator")) {
      BlockingQueue<String> heard = heardBy(operator, "olivo/v1/#");
      untilHeard(arm2, new Topics("arm2").events(), heard);
      for (String topic : List.of("events", "telemetry", "state", "description")) {
        say(arm2, "olivo/v1/arm3/" + topic, "false");
      }
      say(arm2, new Topics("arm2").telemetry(), "true");
      assertEquals("olivo/v1/arm2/telemetry true", heard.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void aRobotCommandsNobodyNotEvenItself() throws Exception {
    try (PahoLink arm2 = as("arm2");
        PahoLink operator = as("operator")) {
      BlockingQueue<String> heard = heardBy(operator, "olivo/v1/#");
      untilHeard(arm2, new Topics("arm2").events(), heard);
      say(arm2, new Topics("arm2").command(), "false");
      say(arm2, new Topics("arm3").command(), "false");
      say(arm2, new Topics("arm2").snapshotOffers(), "false");
      say(arm2, new Topics("arm2").events(), "true");
      assertEquals("olivo/v1/arm2/events true", heard.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void anOperatorCommandsAndOnlyTheRobotThatIsMeantHears() throws Exception {
    try (PahoLink arm2 = as("arm2");
        PahoLink arm3 = as("arm3");
        PahoLink operator = as("operator")) {
      BlockingQueue<String> heard = heardBy(arm2, new Topics("arm2").command());
      BlockingQueue<String> spied = heardBy(arm3, "olivo/v1/#");
      untilHeard(operator, new Topics("arm3").command(), spied);
      untilHeard(operator, new Topics("arm2").command(), heard);
      say(operator, new Topics("arm2").command(), "stop");
      assertEquals("olivo/v1/arm2/command stop", heard.poll(10, TimeUnit.SECONDS));
      say(operator, new Topics("arm3").command(), "last");
      assertEquals("olivo/v1/arm3/command last", spied.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void aWatcherSeesAndAsksForWhatItMissedButCommandsNobody() throws Exception {
    try (PahoLink arm2 = as("arm2");
        PahoLink watcher = as("watcher")) {
      BlockingQueue<String> heard = heardBy(arm2, "olivo/v1/arm2/#");
      untilHeard(watcher, new Topics("arm2").eventsHave(), heard);
      say(watcher, new Topics("arm2").command(), "false");
      say(watcher, new Topics("arm2").snapshotRequests(), "true");
      assertEquals("olivo/v1/arm2/snapshots/request true", heard.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void nobodyComesInWithoutALoginOrWithAWrongPassword() {
    URI here = URI.create("tcp://127.0.0.1:" + localPort);
    NoBrokerException anonymous =
        assertThrows(
            NoBrokerException.class, () -> PahoLink.connect(LinkConfig.plain(here, "nobody")));
    assertTrue(anonymous.getMessage().contains("wants a login"), anonymous.getMessage());
    NoBrokerException wrong =
        assertThrows(
            NoBrokerException.class,
            () -> PahoLink.connect(LinkConfig.plain(here, "x").withLogin("arm2", "guess")));
    assertTrue(wrong.getMessage().contains("login of \"arm2\""), wrong.getMessage());
  }

  @Test
  void theNetworkGetsTlsAndNothingElse() throws Exception {
    URI secure = URI.create("ssl://localhost:" + tlsPort);
    LinkConfig config =
        LinkConfig.plain(secure, "test-tls")
            .withLogin("arm2", PASSWORD)
            .withTls(new Tls(authority.pem, null, null));
    try (PahoLink link = PahoLink.connect(config)) {
      assertTrue(link.connected());
    }
    URI plain = URI.create("tcp://localhost:" + tlsPort);
    assertThrows(
        NoBrokerException.class,
        () -> PahoLink.connect(LinkConfig.plain(plain, "y").withLogin("arm2", PASSWORD)));
  }
}
