package io.olivo.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.PahoLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test class, two brokers started at the same time: a start takes seconds. */
class EmbeddedBrokerTest {
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;
  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

  private static EmbeddedBroker first;
  private static EmbeddedBroker second;

  @BeforeAll
  static void startTwoAtTheSameTime() throws Exception {
    System.setOut(new PrintStream(PRINTED, true, UTF_8));
    System.setErr(new PrintStream(PRINTED, true, UTF_8));
    long begin = System.nanoTime();
    first = EmbeddedBroker.begin(0);
    second = EmbeddedBroker.begin(first.port());
    first.awaitReady(Duration.ofSeconds(60));
    second.awaitReady(Duration.ofSeconds(60));
    OUT.printf("two embedded brokers after %.1f s%n", (System.nanoTime() - begin) / 1e9);
  }

  @AfterAll
  static void stop() {
    System.setOut(OUT);
    System.setErr(ERR);
    first.close();
    second.close();
  }

  @Test
  void aMessageComesBack() throws Exception {
    for (EmbeddedBroker broker : new EmbeddedBroker[] {first, second}) {
      ArrayBlockingQueue<String> got = new ArrayBlockingQueue<>(100);
      try (PahoLink link = PahoLink.connect(LinkConfig.plain(broker.uri(), "test"))) {
        link.subscribe("a/+", message -> got.offer(new String(message.payload(), UTF_8)));
        String answer = null;
        for (int i = 0; i < 100 && answer == null; i++) {
          link.publishNow("a/b", "hello".getBytes(UTF_8));
          answer = got.poll(50, TimeUnit.MILLISECONDS);
        }
        assertEquals("hello", answer);
      }
    }
  }

  /** Every address of this machine but the loopback one; one test per machine without a network. */
  @Test
  void nobodyElseInTheNetworkCanReachIt() throws Exception {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress address : others) {
      assertFalse(reachable(address, first.port()), "reachable at " + address);
    }
    assertTrue(reachable(InetAddress.getLoopbackAddress(), first.port()));
  }

  private static boolean reachable(InetAddress address, int port) {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /** Also those that others will add: no listener may say where without saying here. */
  @Test
  void everyListenerOfItsSettingsIsBoundToThisComputer(@TempDir Path folder) throws Exception {
    BrokerFolders folders = BrokerFolders.in(folder);
    folders.prepare(1234, 8083);
    String settings = Files.readString(folders.config().resolve("config.xml"));
    int listeners = settings.split("<port>", -1).length - 1;
    int here = settings.split("<bind-address>127.0.0.1</bind-address>", -1).length - 1;
    assertTrue(listeners >= 1);
    assertEquals(listeners, here, settings);
  }

  @Test
  void theSecondTakesAnotherPort() {
    assertNotEquals(first.port(), second.port());
  }

  @Test
  void itPrintsNothing() {
    assertEquals("", PRINTED.toString(UTF_8));
  }

  @Test
  void closingDoesNotWait() throws Exception {
    EmbeddedBroker third = EmbeddedBroker.begin(0);
    long begin = System.nanoTime();
    third.close();
    assertTrue(System.nanoTime() - begin < Duration.ofSeconds(1).toNanos());
  }
}
