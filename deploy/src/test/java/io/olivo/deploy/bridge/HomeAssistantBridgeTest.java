package io.olivo.deploy.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.LoopState;
import io.olivo.controller.telemetry.Tick;
import io.olivo.controller.wire.HomeAssistantDevice;
import io.olivo.controller.wire.Summary;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.deploy.robot.HomeAssistantSpec;
import io.olivo.deploy.robot.HomeAssistantSpec.Use;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomeAssistantBridgeTest {
  private static final long SECOND = 1_000_000_000;
  private static final Topics TOPICS = new Topics("cart1");
  private static final String PLACE = "homeassistant/device/olivo_cart1/config";
  private static final Readings READINGS =
      new Readings(
          List.of(
              new Channel("cart.position", Unit.METRE, -2, 2),
              new Channel("pole.angle", Unit.RADIAN, -9, 9)),
          List.of(new Channel("cart.force", Unit.NEWTON, -60, 60)));

  private final RecordingLink link = new RecordingLink();
  private final Tick tick = new Tick(3, 1, 1, 0);
  private long nowNanos = 17;
  private int stops;

  private HomeAssistantBridge bridge(Use use, String... channels) {
    tick.number = 1;
    return new HomeAssistantBridge(
        link,
        TOPICS,
        READINGS,
        new HomeAssistantSpec(use, 5, List.of(channels)),
        "0.1.0",
        Unit.METRE,
        () -> stops++,
        () -> nowNanos);
  }

  private Condition condition(LoopState state, String problem) {
    return new Condition(tick, state, problem, .0125, 2);
  }

  private Summary newest() throws WireException {
    assertEquals(TOPICS.summary(), link.sent.getLast().topic());
    return Summary.decode(link.sent.getLast().payload());
  }

  @Test
  void describesItselfOnceAndAgainWhenHomeAssistantHasStarted() {
    bridge(Use.SHOW);
    byte[] described = link.retained.get(PLACE);
    assertTrue(described.length > 0);
    assertEquals(1, link.retainings);
    link.say(HomeAssistantDevice.STATUS_TOPIC, "offline", false);
    assertEquals(1, link.retainings);
    link.say(HomeAssistantDevice.STATUS_TOPIC, "online", false);
    assertEquals(2, link.retainings);
    assertArrayEquals(described, link.retained.get(PLACE));
  }

  @Test
  void isTakenAwayByAnEmptyMessageAndThenSaysNothing() {
    HomeAssistantBridge bridge = bridge(Use.REMOVE);
    assertEquals(Set.of(PLACE), link.retained.keySet());
    assertEquals(0, link.retained.get(PLACE).length);
    bridge.tell(condition(LoopState.RUNNING, ""));
    link.say(TOPICS.stop(), "stop", false);
    assertTrue(link.sent.isEmpty());
    assertEquals(0, stops);
  }

  @Test
  void tellsHowItDoesEveryFiveSecondsAndAtOnceWhenItsStateChanges() throws WireException {
    HomeAssistantBridge bridge = bridge(Use.SHOW);
    tick.state[0] = .5;
    tick.state[1] = Double.NaN;
    tick.applied[0] = -1.5;
    bridge.tell(condition(LoopState.RUNNING, ""));
    assertEquals(1, link.sent.size());
    Summary first = newest();
    assertEquals("running", first.state());
    assertEquals(.0125, first.error());
    assertEquals(2, first.reconnects());
    assertEquals(.5, first.values().get("cart.position"));
    assertTrue(first.values().get("pole.angle").isNaN());
    assertEquals(-1.5, first.values().get("cart.force"));
    nowNanos += 5 * SECOND - 1;
    bridge.tell(condition(LoopState.RUNNING, ""));
    assertEquals(1, link.sent.size());
    bridge.tell(condition(LoopState.SAFE_STOP, "shoulder.angle is stale"));
    assertEquals(2, link.sent.size());
    assertEquals("shoulder.angle is stale", newest().problem());
    nowNanos += 5 * SECOND;
    bridge.tell(condition(LoopState.SAFE_STOP, "shoulder.angle is stale"));
    assertEquals(3, link.sent.size());
  }

  @Test
  void tellsHowItDoesAsSoonAsHomeAssistantHasStarted() {
    HomeAssistantBridge bridge = bridge(Use.SHOW);
    bridge.tell(condition(LoopState.RUNNING, ""));
    link.say(HomeAssistantDevice.STATUS_TOPIC, "online", false);
    bridge.tell(condition(LoopState.RUNNING, ""));
    assertEquals(2, link.sent.size());
  }

  @Test
  void showsTheChannelsThatWereAskedForOnly() throws WireException {
    HomeAssistantBridge bridge = bridge(Use.SHOW, "cart.force");
    bridge.tell(condition(LoopState.RUNNING, ""));
    assertEquals(Set.of("cart.force"), newest().values().keySet());
  }

  @Test
  void theButtonStopsTheRobot() {
    bridge(Use.SHOW);
    link.say(TOPICS.stop(), HomeAssistantDevice.STOP, false);
    assertEquals(1, stops);
  }

  @Test
  void aRetainedStopAndAnyOtherWordAreNotObeyed() {
    bridge(Use.SHOW);
    link.say(TOPICS.stop(), HomeAssistantDevice.STOP, true);
    link.say(TOPICS.stop(), "arm", false);
    link.say(TOPICS.stop(), "", false);
    assertEquals(0, stops);
  }

  @Test
  void listensToNoOtherCommand() {
    bridge(Use.SHOW);
    link.say(TOPICS.command(), "{\"v\":1,\"command\":\"arm\"}", false);
    assertEquals(0, stops);
    assertNull(link.retained.get(TOPICS.command()));
    assertFalse(link.sent.stream().anyMatch(message -> message.topic().equals(TOPICS.command())));
  }
}
