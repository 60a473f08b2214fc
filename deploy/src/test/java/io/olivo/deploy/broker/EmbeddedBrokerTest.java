package io.olivo.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.PahoLink;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
