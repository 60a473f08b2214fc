package io.olivo.controller.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkSupervisorTest {
  private static final long FIRST_NANOS = 100_000_000;
  private static final long LIMIT_NANOS = 1_000_000_000;

  private final FakeBroker broker = new FakeBroker();
  private final Subscriptions subscriptions = new Subscriptions();
  private final Retained retained = new Retained();
  private long nowNanos = 1_000;
  private final LinkSupervisor supervisor = supervisor(null);

  private LinkSupervisor supervisor(@Nullable Greeting greeting) {
    return new LinkSupervisor(
        broker,
        new SilentEars(),
        Duration.ofSeconds(3),
        new Backoff(FIRST_NANOS, LIMIT_NANOS, new Random(1)),
        () -> nowNanos,
        subscriptions,
        retained,
        greeting);
  }

  private static final class SilentEars implements Connector.Ears {
    @Override
    public void message(Message message) {}

    @Override
    public void lost() {}
  }

  private void cut() {
    broker.last.alive = false;
  }

  @Test
  void firstConnectionTellsWhyThereIsNone() {
    broker.up = false;
    assertEquals("refused", assertThrows(IOException.class, supervisor::first).getMessage());
  }

  @Test
  void everyNewConnectionGetsTheSubscriptionsAndTheRetainedMessages() throws IOException {
    subscriptions.add("a/#", message -> {});
    retained.put("state", new byte[3]);
    supervisor.first();
    cut();
    nowNanos += supervisor.step();
    supervisor.step();
    List<String> once = List.of("subscribe a/#", "retain state 3");
    assertEquals(once, broker.log.subList(0, 2));
    assertEquals(once, broker.log.subList(2, 4));
    assertEquals(2, supervisor.connects());
  }

  @Test
  void aDeadConnectionIsThrownAwayNotMended() throws IOException {
    supervisor.first();
    FakeBroker.FakeConnection dead = broker.last;
    cut();
    assertNull(supervisor.connection());
    nowNanos += supervisor.step();
    supervisor.step();
    assertTrue(dead.discarded);
    assertNotSame(dead, broker.last);
    assertNotNull(supervisor.connection());
  }

  @Test
  void waitsGrowWhileTheBrokerIsAway() throws IOException {
    supervisor.first();
    broker.up = false;
    cut();
    long total = 0;
    for (int i = 0; i < 10; i++) {
      long wait = supervisor.step();
      assertTrue(wait >= FIRST_NANOS / 2 && wait <= LIMIT_NANOS, "wait [ns] " + wait);
      total += wait;
      nowNanos += wait;
    }
    assertTrue(total > 4 * LIMIT_NANOS / 2, "sum of waits [ns] " + total);
    assertEquals(10, broker.attempts); // the first connection and one per wait but the last
  }

  @Test
  void noAttemptBeforeTheWaitIsOver() throws IOException {
    supervisor.first();
    cut();
    nowNanos += supervisor.step() - 1;
    assertEquals(1, supervisor.step());
    assertEquals(1, broker.attempts);
  }

  @Test
  void aConnectionThatCanNotSubscribeIsThrownAway() throws IOException {
    supervisor.first();
    broker.deafToSubscriptions = true;
    subscriptions.add("a", message -> {});
    FakeBroker.FakeConnection deaf = broker.last;
    nowNanos += supervisor.step();
    assertTrue(deaf.discarded);
    broker.deafToSubscriptions = false;
    supervisor.step();
    assertEquals(List.of("subscribe a"), broker.log);
  }

  @Test
  void aForgottenMessageIsClearedOnceAndNotSentAgain() throws IOException {
    retained.put("state", new byte[3]);
    supervisor.first();
    retained.forget("state");
    supervisor.step();
    cut();
    nowNanos += supervisor.step();
    supervisor.step();
    assertEquals(List.of("retain state 3", "retain state 0"), broker.log);
  }

  @Test
  void aConnectionThatDiesAtBirthDoesNotResetTheWaits() throws IOException {
    supervisor.first();
    long longest = 0;
    for (int i = 0; i < 8; i++) {
      cut();
      long wait = supervisor.step();
      longest = Math.max(longest, wait);
      nowNanos += wait;
      supervisor.step();
    }
    assertFalse(longest < LIMIT_NANOS / 2, "longest wait [ns] " + longest);
  }

  @Test
  void aConnectionIsForOthersOnlyAfterItsGreeting() throws IOException {
    List<Boolean> open = new ArrayList<>();
    LinkSupervisor[] greeting = new LinkSupervisor[1];
    greeting[0] =
        supervisor(
            new Greeting(
                "orders",
                message -> {},
                () -> {
                  open.add(greeting[0].connection() != null);
                  return Message.plain("birth", new byte[5]);
                }));
    retained.put("state", new byte[3]);
    greeting[0].first();
    assertEquals(List.of(false), open);
    assertEquals(List.of("subscribe orders", "publish birth 5", "retain state 3"), broker.log);
    assertNotNull(greeting[0].connection());
  }

  @Test
  void aConnectionThatDiesAtItsGreetingIsThrownAway() {
    broker.deafToSubscriptions = true;
    LinkSupervisor greeting =
        supervisor(
            new Greeting("orders", message -> {}, () -> Message.plain("birth", new byte[5])));
    assertThrows(IOException.class, greeting::first);
    assertTrue(broker.last.discarded);
    assertNull(greeting.connection());
  }
}
