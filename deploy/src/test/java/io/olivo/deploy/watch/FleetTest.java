package io.olivo.deploy.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.terminal.Screen;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FleetTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private final Fleet fleet =
      new Fleet(nanos::get, () -> Instant.ofEpochMilli(5000 + nanos.get() / 1_000_000));
  private final Topics arm = new Topics("arm");

  private static Description description(String session) {
    return new Description(
        "arm",
        "0.1.0",
        session,
        Role.CONTROLLER,
        500,
        List.of(new Channel("a.angle", Unit.RADIAN, -3, 3)),
        List.of(new Channel("a.torque", Unit.NEWTON_METRE, -9, 9)),
        0,
        List.of("slot"),
        new Dashboard("", List.of("error"), List.of(), List.of()));
  }

  private TelemetryFrame frame(String session, long seq) {
    TelemetryFrame frame = new TelemetryFrame(description(session));
    frame.session = session;
    frame.seq = seq;
    frame.state = "running";
    frame.clockMillis = 1000 + nanos.get() / 1_000_000;
    frame.values[0] = .25;
    frame.clipped[0] = true;
    frame.health[0] = .5;
    return frame;
  }

  private void hear(String topic, byte[] payload) {
    fleet.hear(Message.plain(topic, payload));
  }

  private void describe(String session) {
    hear(arm.description(), description(session).encode());
    hear(arm.state(), new State(true, session).encode());
  }

  private RobotView view() {
    return fleet.view("arm").orElseThrow();
  }

  @Test
  void robotIsLiveAsLongAsItsTelemetryIsFresh() {
    describe("s1");
    assertEquals("silent", view().state(), "it said who it is, and nothing else");
    hear(arm.telemetry(), frame("s1", 1).encode());
    assertEquals("running", view().state());
    nanos.addAndGet(SECOND);
    assertEquals("running", view().state(), "a second is fresh");
    nanos.incrementAndGet();
    assertEquals("silent", view().state());
    hear(arm.state(), new State(false, "s1").encode());
    assertEquals("offline", view().state());
  }

  @Test
  void lateWordThatTheRunBeforeDiedDoesNotBuryTheLiving() {
    describe("s2");
    hear(arm.telemetry(), frame("s2", 1).encode());
    hear(arm.state(), new State(false, "s1").encode());
    assertEquals("running", view().state());
  }

  @Test
  void numbersComeFromTheNewestFrameByTheirNames() {
    describe("s1");
    hear(arm.telemetry(), frame("s1", 1).encode());
    hear(arm.telemetry(), frame("s1", 26).encode());
    assertEquals(.5, view().named("error"));
    assertEquals(0, view().named("slot"));
    assertEquals(Double.NaN, view().named("nobody"));
    assertEquals(2, view().clips()[0]);
    assertEquals(2, view().frames());
  }

  @Test
  void frameThatMakesNoSenseIsCountedAndChangesNothing() {
    describe("s1");
    hear(arm.telemetry(), frame("s1", 1).encode());
    String spoilt = new String(frame("s1", 2).encode(), UTF_8).replace("\"slot\"", "");
    hear(arm.telemetry(), spoilt.replace("[0.25,", "[0.75,0.5,").getBytes(UTF_8));
    hear(arm.telemetry(), frame("other", 3).encode());
    hear(arm.events(), "{".getBytes(UTF_8));
    assertEquals(3, view().refused());
    assertEquals(.25, view().frame().values[0]);
    assertEquals(1, view().frame().seq);
  }

  @Test
  void anotherRunForgetsWhatTheLastOneTold() {
    describe("s1");
    hear(arm.telemetry(), frame("s1", 1).encode());
    describe("s2");
    assertEquals(null, view().frame());
    assertEquals("silent", view().state());
  }

  @Test
  void gapsInTelemetryAreCountedOnceItsStepIsKnown() {
    describe("s1");
    long seq = 0;
    for (int i = 0; i < 20; i++) {
      hear(arm.telemetry(), frame("s1", seq += 25 + i % 3).encode());
    }
    assertEquals(0, view().missing(), "steps of 25 to 27");
    hear(arm.telemetry(), frame("s1", seq += 4 * 26).encode());
    assertEquals(3, view().missing());
    hear(arm.telemetry(), frame("s1", seq + 26).encode());
    assertEquals(3, view().missing());
  }

  @Test
  void eventSentAgainIsNotShownTwice() {
    byte[] event = new Event(7, "guard", "doubted").numbered(5, 4).encode();
    hear(arm.events(), event);
    hear(arm.events(), event);
    assertEquals(1, view().eventCount());
    assertEquals("guard: doubted", view().lastEvent());
  }

  @Test
  void strangersAreCountedAndNotShown() {
    hear("olivo/v1/<b>/state", new byte[0]);
    hear("olivo/v2/arm/state", new byte[0]);
    hear("olivo/v1/arm/mirror/sense", new byte[0]);
    assertEquals(3, fleet.unknown());
    assertEquals(List.of(), fleet.views());
  }

  @Test
  void telemetryBehindTheFastestIsLatencyWhateverTheClocksSay() {
    describe("s1");
    hear(arm.telemetry(), frame("s1", 1).encode());
    byte[] late = frame("s1", 2).encode();
    nanos.addAndGet(40_000_000);
    hear(arm.telemetry(), late);
    assertEquals(40, view().behindMillis());
  }

  @Test
  void troubleStandsFirstAndControlCharactersDoNotReachTheTerminal() {
    describe("s1");
    hear(arm.telemetry(), frame("s1", 1).encode());
    hear("olivo/v1/zed/state", new State(false, "s1").encode());
    hear("olivo/v1/zed/events", new Event(1, "x", "\u001b[2Jgone\u202e").encode());
    Screen screen = new Screen(false, 120, true, false);
    String table = FleetTable.of(fleet.views(), screen, 24);
    assertTrue(table.indexOf("zed") < table.indexOf("arm"), table);
    assertFalse(table.contains("\u001b"), table);
    assertFalse(table.contains("\u202e"), table);
    assertTrue(table.contains("2 known, 1 alive, 0 stopped"), table);
    String one = new RobotScreen(screen).of(view());
    assertTrue(one.contains("a.torque") && one.contains("cut 1 of 1"), one);
  }

  @Test
  void jsonHasEveryNumberByName() {
    describe("s1");
    hear(arm.telemetry(), frame("s1", 1).encode());
    String line = WatchJson.line(view(), 9);
    assertTrue(line.startsWith("{\"time_ms\":9,\"robot\":\"arm\",\"state\":\"running\""), line);
    assertTrue(line.contains("\"a.angle\":0.25") && line.contains("\"error\":0.5"), line);
  }

  @Test
  void anotherDescriptionOfTheSameRunIsNotMixedWithTheOldFrames() {
    hear(arm.description(), description("c1").encode());
    hear(arm.telemetry(), frame("c1", 1).encode());
    Description old = description("c1");
    Description longer =
        new Description(
            "arm",
            "0.1.0",
            "c1",
            Role.CONTROLLER,
            500,
            old.sensors(),
            old.actuators(),
            0,
            List.of("slot"),
            new Dashboard("", List.of("load", "error"), List.of(), List.of()));
    hear(arm.description(), longer.encode());
    hear(arm.telemetry(), frame("c1", 2).encode());
    RobotView view = fleet.view("arm").orElseThrow();
    assertEquals(1, view.refused());
    assertEquals(Double.NaN, view.named("error"));
  }

  @Test
  void namesWithoutEndAndTextsWithoutEndFindNoRoom() {
    Fleet small = new Fleet(nanos::get, () -> Instant.ofEpochMilli(5000), 1 << 20);
    for (int i = 0; i < 100; i++) {
      byte[] event = new Event(1, "fault", "x".repeat(30_000)).encode();
      small.hear(Message.plain(arm.events(), event));
    }
    assertTrue(small.crowdedOut() > 50, "of one robot: " + small.crowdedOut());
    assertTrue(small.view("arm").orElseThrow().events().size() < 20);
    for (int i = 0; i < 1000; i++) {
      small.hear(Message.plain(new Topics("r" + i).state(), new State(true, "c1").encode()));
    }
    assertTrue(small.views().size() < 300, "robots: " + small.views().size());
    assertTrue(small.unknown() > 700);
  }
}
