package io.olivo.controller.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Against a real mosquitto; skipped where there is none. */
class PahoLinkTest {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  private static void eventually(BooleanSupplier truth) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!truth.getAsBoolean()) {
      assertTrue(System.nanoTime() - until < 0, "not in time");
      Thread.sleep(10);
    }
  }

  private static PahoLink link(Mosquitto broker, String id) throws NoBrokerException {
    return PahoLink.connect(LinkConfig.plain(broker.uri(), id));
  }

  private static BlockingQueue<String> listen(Link link, String filter) {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    link.subscribe(filter, message -> got.add(new String(message.payload(), UTF_8)));
    return got;
  }

  private static void speakUntilHeard(Link from, BlockingQueue<String> to, String word)
      throws InterruptedException {
    eventually(
        () -> {
          from.publishNow("talk", word.getBytes(UTF_8));
          try {
            return word.equals(to.poll(50, TimeUnit.MILLISECONDS));
          } catch (InterruptedException e) {
            return false;
          }
        });
  }

  @Test
  void noBrokerSaysWhatToDoAtOnce() throws Exception {
    URI nowhere = URI.create("tcp://127.0.0.1:" + Mosquitto.freePort());
    NoBrokerException e =
        assertThrows(
            NoBrokerException.class, () -> PahoLink.connect(LinkConfig.plain(nowhere, "x")));
    assertTrue(e.getMessage().contains("mosquitto -p " + nowhere.getPort()), e.getMessage());
  }

  @Test
  void aServerThatNeverAnswersIsGivenUpWithinTheLimit() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("tcp://127.0.0.1:" + mute.getLocalPort());
      long begin = System.nanoTime();
      assertThrows(
          NoBrokerException.class,
          () -> PahoLink.connect(LinkConfig.plain(uri, "x"), Duration.ofSeconds(1)));
      assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos());
    }
  }

  @Test
  void offeredPayloadsArrive() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink from = link(broker, "from");
        PahoLink to = link(broker, "to")) {
      BlockingQueue<String> heard = listen(to, "talk");
      speakUntilHeard(from, heard, "ready");
      Slot slot = from.slot("talk", 1);
      assertEquals(Link.Offer.ACCEPTED, from.offer(slot, "offered".getBytes(UTF_8)));
      eventually(() -> "offered".equals(heard.poll()));
    }
  }

  @Test
  void aRobotThatRunsWithoutABrokerSpeaksAndHearsOnceThereIsOne() throws Exception {
    try (Mosquitto broker = new Mosquitto()) {
      broker.kill();
      try (PahoLink robot = PahoLink.connectOnceThere(LinkConfig.plain(broker.uri(), "robot"))) {
        BlockingQueue<String> heard = listen(robot, "talk");
        assertEquals(Link.Offer.NOT_CONNECTED, robot.publishNow("news", new byte[1]));
        broker.start();
        eventually(robot::connected);
        try (PahoLink desk = link(broker, "desk")) {
          speakUntilHeard(desk, heard, "are you there");
          BlockingQueue<String> news = listen(desk, "news");
          eventually(
              () -> {
                robot.publishNow("news", "here".getBytes(UTF_8));
                return "here".equals(news.poll());
              });
        }
      }
    }
  }

  private static BlockingQueue<Message> hear(Link link, String filter) {
    BlockingQueue<Message> got = new LinkedBlockingQueue<>();
    link.subscribe(filter, got::add);
    return got;
  }

  @Test
  void whatIsSaidBesideAMessageArrivesWithIt() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink from = link(broker, "from");
        PahoLink to = link(broker, "to")) {
      speakUntilHeard(from, listen(to, "talk"), "ready");
      BlockingQueue<Message> heard = hear(to, "order");
      speakUntilHeard(from, listen(to, "talk"), "order is subscribed, too");
      Message sent =
          Message.certain("order", "stop".getBytes(UTF_8))
              .expiring(10)
              .answeredAt("answers/me", new byte[] {1, 2, 3});
      assertEquals(Link.Offer.ACCEPTED, from.publish(sent));
      Message came = heard.poll(15, TimeUnit.SECONDS);
      assertEquals("stop", new String(came.payload(), UTF_8));
      assertEquals("answers/me", came.responseTopic());
      assertArrayEquals(new byte[] {1, 2, 3}, came.correlation());
      assertEquals(1, came.qos());
      assertTrue(came.expirySeconds() > 0 && came.expirySeconds() <= 10, came.toString());
      assertFalse(came.retained());
    }
  }

  @Test
  void whatItsSenderWantedRetainedIsKnownAtOnceAndLater() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink from = link(broker, "from");
        PahoLink to = link(broker, "to")) {
      BlockingQueue<Message> live = hear(to, "order");
      speakUntilHeard(from, listen(to, "talk"), "ready");
      Message plain = Message.certain("order", "stop".getBytes(UTF_8));
      from.publish(new Message("order", plain.payload(), true, false, 1, "", new byte[0], 60));
      assertTrue(live.poll(15, TimeUnit.SECONDS).retained());
      try (PahoLink late = link(broker, "late")) {
        assertTrue(hear(late, "order").poll(15, TimeUnit.SECONDS).retained());
      }
    }
  }

  @Test
  void linkComesBackAfterTheBrokerWasKilled() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink from = link(broker, "from");
        PahoLink to = link(broker, "to")) {
      from.retain("state", "online".getBytes(UTF_8));
      BlockingQueue<String> heard = listen(to, "talk");
      speakUntilHeard(from, heard, "before");
      broker.kill();
      eventually(() -> !from.connected() && !to.connected());
      assertEquals(Link.Offer.NOT_CONNECTED, from.publishNow("talk", new byte[0]));
      broker.start();
      speakUntilHeard(from, heard, "after");
      BlockingQueue<String> state = listen(to, "state"); // the broker lost it, the link did not
      assertEquals("online", state.poll(15, TimeUnit.SECONDS));
      assertEquals(1, to.counters().reconnects());
    }
  }

  @Test
  void theWillIsLeftBehindWhenALinkDiesAndWhenItLeaves() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink watcher = link(broker, "watcher")) {
      BlockingQueue<String> state = listen(watcher, "state");
      LinkConfig config =
          LinkConfig.plain(broker.uri(), "robot").withWill("state", "offline".getBytes(UTF_8));
      PahoLink robot = PahoLink.connect(config);
      robot.retain("state", "online".getBytes(UTF_8));
      assertEquals("online", state.poll(15, TimeUnit.SECONDS));
      robot.close();
      assertEquals("offline", state.poll(15, TimeUnit.SECONDS));
    }
  }

  @Test
  void anEmptyWillClearsTheTopic() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink watcher = link(broker, "watcher")) {
      BlockingQueue<String> heard = listen(watcher, "d");
      LinkConfig config = LinkConfig.plain(broker.uri(), "sim").withWill("d", new byte[0]);
      PahoLink sim = PahoLink.connect(config);
      sim.retain("d", "here".getBytes(UTF_8));
      assertEquals("here", heard.poll(15, TimeUnit.SECONDS));
      // a second client of the same id: the broker throws the first out without a goodbye
      PahoLink usurper = link(broker, "sim");
      assertEquals("", heard.poll(15, TimeUnit.SECONDS));
      sim.close();
      usurper.close();
    }
  }

  @Test
  void aHandlerThatThrowsIsCountedAndHarmsNobody() throws Exception {
    try (Mosquitto broker = new Mosquitto();
        PahoLink link = link(broker, "one")) {
      link.subscribe(
          "talk",
          message -> {
            throw new IllegalStateException("a bug");
          });
      BlockingQueue<String> heard = listen(link, "#");
      speakUntilHeard(link, heard, "still here");
      eventually(() -> link.counters().handlerFaults() > 0);
      assertTrue(link.connected());
      assertNotNull(link.counters());
    }
  }
}
