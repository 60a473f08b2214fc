package io.olivo.controller.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.journal.Patience;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Brokers that hang, lie or leave: a link gives each up in time, and tries again. */
class StubbornServerTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final byte[] HUGE = {0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F}; // 256 MB
  private static final byte[] ENDLESS_LENGTH = {
    0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1
  };

  private static PahoLink connect(StubbornServer server) throws NoBrokerException {
    return PahoLink.connect(LinkConfig.plain(server.uri(), "robot"), LIMIT);
  }

  private static byte[] afterConnack(byte[] more) {
    return ByteBuffer.allocate(StubbornServer.CONNACK.length + more.length)
        .put(StubbornServer.CONNACK)
        .put(more)
        .array();
  }

  static Stream<Arguments> neverABroker() {
    return Stream.of(
        Arguments.of("says nothing", (StubbornServer.Manner) client -> {}),
        Arguments.of("closes at once", (StubbornServer.Manner) client -> client.close()),
        Arguments.of(
            "speaks HTTP",
            StubbornServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII))),
        Arguments.of("half a CONNACK", StubbornServer.answering(new byte[] {0x20, 3, 0})),
        Arguments.of(
            "CONNACK of 256 MB",
            StubbornServer.answering(
                new byte[] {0x20, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 0, 0, 0})),
        Arguments.of("zeros", StubbornServer.answering(new byte[64])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neverABroker")
  void whatIsNoBrokerIsGivenUpWithinTheLimit(String name, StubbornServer.Manner manner)
      throws Exception {
    try (StubbornServer server = new StubbornServer(manner)) {
      NoBrokerException e = assertThrows(NoBrokerException.class, () -> connect(server));
      assertTrue(e.getMessage().contains("no broker at"), name + ": " + e.getMessage());
      assertEquals(1, server.visits(), name);
    }
  }

  private static final Map<String, byte[]> GOOD_FOR_A_MOMENT =
      Map.of(
          "then silence",
          new byte[0],
          "then a message of 256 MB",
          HUGE,
          "then a length without end",
          ENDLESS_LENGTH,
          "then garbage",
          new byte[] {0x7F, 0x00, 0x13, 0x37, (byte) 0xF0, 0x05});

  /**
   * Where something was subscribed to, the missing answer tells; else, as on a half-open
   * connection, only MQTT's own ping can notice, every 5 s. All at once, since all is waiting.
   */
  @Test
  void aBrokerThatGoesBadIsLeftAndTriedAgain() throws Exception {
    Map<String, StubbornServer> servers = new LinkedHashMap<>();
    List<PahoLink> links = new ArrayList<>();
    for (var moment : GOOD_FOR_A_MOMENT.entrySet()) {
      StubbornServer server =
          new StubbornServer(StubbornServer.answering(afterConnack(moment.getValue())));
      servers.put(moment.getKey(), server);
      PahoLink link = connect(server);
      link.subscribe("a", message -> {});
      links.add(link);
    }
    StubbornServer halfOpen = new StubbornServer(StubbornServer.answering(StubbornServer.CONNACK));
    servers.put("half open, nothing to say or to hear", halfOpen);
    links.add(connect(halfOpen));
    assertTrue(links.getLast().connected());
    for (var server : servers.entrySet()) {
      Patience.until(() -> server.getValue().visits() >= 2);
      assertTrue(server.getValue().visits() >= 2, server.getKey());
    }
    links.forEach(PahoLink::close);
    servers.values().forEach(StubbornServer::close);
  }

  @Test
  void toABrokerThatTakesNothingOffersAreDroppedAndCountedNotAwaited() throws Exception {
    try (StubbornServer server =
            new StubbornServer(StubbornServer.answering(StubbornServer.CONNACK));
        PahoLink link = connect(server)) {
      Slot slot = link.slot("telemetry", 1);
      byte[] large = new byte[60_000];
      int dropped = 0;
      for (int i = 0; i < 2_000; i++) { // far more than the socket holds
        dropped += link.offer(slot, large) == Link.Offer.ACCEPTED ? 0 : 1;
      }
      assertTrue(dropped > 0, "nothing was dropped");
      assertTrue(link.counters().dropped() >= dropped);
      assertFalse(link.publish(Message.certain("event", new byte[1])) == Link.Offer.ACCEPTED);
    }
  }

  /** CONNACK with Receive Maximum 1, then PUBACK of one PUBLISH after the other. */
  private static void takeOneAtATime(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    packet(in);
    out.write(new byte[] {0x20, 6, 0, 0, 3, 0x21, 0, 1});
    while (true) {
      ByteBuffer published = packet(in);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      out.write(new byte[] {0x40, 2});
      out.writeShort(published.getShort(2 + published.getShort(0)));
    }
  }

  /** What follows the fixed header of a short packet. */
  private static ByteBuffer packet(DataInputStream in) throws IOException {
    in.readByte();
    return ByteBuffer.wrap(in.readNBytes(in.readUnsignedByte()));
  }

  @Test
  void aBrokerThatTakesOneMessageAtATimeIsWaitedFor() throws Exception {
    try (StubbornServer server = new StubbornServer(StubbornServerTest::takeOneAtATime);
        PahoLink link = connect(server);
        ExecutorService publishers = Executors.newFixedThreadPool(4)) {
      Callable<Link.Offer> publish = () -> link.publish(Message.certain("event", new byte[1]));
      for (Future<Link.Offer> offer : publishers.invokeAll(Collections.nCopies(8, publish))) {
        assertEquals(Link.Offer.ACCEPTED, offer.get());
      }
      assertEquals(1, server.visits());
    }
  }
}
