package io.olivo.controller.mirror;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.wire.Act;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Sense;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorEndpointTest {
  private static final Topics TOPICS = new Topics("arm");
  private static final List<Channel> SENSORS = List.of(new Channel("angle", Unit.RADIAN, -3, 3));
  private static final List<Channel> ACTUATORS =
      List.of(new Channel("torque", Unit.NEWTON_METRE, -9, 9));
  private static final double RATE_HERTZ = 500;
  private static final long PERIOD_NANOS = 2_000_000;

  private final FakeLink link = new FakeLink();

  private static byte[] description(String session, List<Channel> sensors) {
    return Description.ofSimulator("arm", "0", session, RATE_HERTZ, sensors, ACTUATORS, 1).encode();
  }

  private static byte[] sense(String session, long seq, double angle) {
    Sense sense = new Sense(1, 1);
    sense.session = session;
    sense.seq = seq;
    sense.timeNanos = seq * PERIOD_NANOS;
    sense.values[0] = angle;
    sense.truth[0] = 2 * angle;
    return sense.encode();
  }

  private MirrorEndpoint open() throws Exception {
    link.retain(TOPICS.mirrorDescription(), description("s1", SENSORS));
    return MirrorEndpoint.open(link, TOPICS, SENSORS, ACTUATORS, RATE_HERTZ, Duration.ofSeconds(1));
  }

  private void deliver(String session, long seq) {
    link.deliver(TOPICS.mirrorSense(), sense(session, seq, 0.25));
  }

  private Act sent() throws Exception {
    Act act = new Act(1);
    act.decode(link.sent.remove());
    return act;
  }

  private static void answer(MirrorEndpoint mirror, double torque) {
    double[] applied = new double[1];
    mirror.actuators().write(new double[] {torque}, applied, mirror.pacer().nowNanos());
    assertEquals(torque, applied[0]);
  }

  private static Beat beat(MirrorEndpoint mirror) throws InterruptedException {
    return mirror.pacer().await();
  }

  private MirrorEndpoint ticking() throws Exception {
    MirrorEndpoint mirror = open();
    deliver("s1", 0);
    assertEquals(Beat.RESTARTED, beat(mirror));
    assertEquals(Beat.TICK, beat(mirror));
    answer(mirror, 1);
    link.sent.clear();
    return mirror;
  }

  @Test
  void aWishForAnotherEpisodeGoesWithTheNextAnswerAndNoOther() throws Exception {
    MirrorEndpoint mirror = ticking();
    mirror.actuators().askForEpisode();
    for (long seq = 1; seq <= 2; seq++) {
      deliver("s1", seq);
      assertEquals(Beat.TICK, beat(mirror));
      answer(mirror, 1);
      assertEquals(seq == 1, sent().reset);
    }
  }

  @Test
  void noSimulatorSaysWhatToStart() {
    NoSimulatorException e =
        assertThrows(
            NoSimulatorException.class,
            () ->
                MirrorEndpoint.open(
                    link, TOPICS, SENSORS, ACTUATORS, RATE_HERTZ, Duration.ofMillis(20)));
    assertTrue(e.getMessage().contains("olivo sim ROBOT --broker URI"), e.getMessage());
  }

  @Test
  void anotherRobotIsRefusedNamingBothSides() {
    List<Channel> others = List.of(new Channel("angle", Unit.METRE, -3, 3));
    link.retain(TOPICS.mirrorDescription(), description("s1", others));
    MirrorMismatchException e =
        assertThrows(
            MirrorMismatchException.class,
            () ->
                MirrorEndpoint.open(
                    link, TOPICS, SENSORS, ACTUATORS, RATE_HERTZ, Duration.ofSeconds(1)));
    assertTrue(
        e.getMessage().startsWith("sensor 0: controller has angle [rad], simulator has angle [m]"),
        e.getMessage());
  }

  @Test
  void aTickReadsTheSimulatorsTimeAndValuesAndAnswersItsSeq() throws Exception {
    MirrorEndpoint mirror = ticking();
    deliver("s1", 1);
    assertEquals(Beat.TICK, beat(mirror));
    assertEquals(PERIOD_NANOS, mirror.pacer().nowNanos());
    assertEquals(1 / RATE_HERTZ, mirror.pacer().dtSeconds());
    SampleFrame frame = new SampleFrame(SENSORS);
    mirror.sensors().read(frame, mirror.pacer().nowNanos());
    double[] truth = new double[1];
    mirror.sensors().truth(truth);
    assertEquals(0.25, frame.value(0));
    assertEquals(0.5, truth[0]);
    answer(mirror, 0.1);
    Act act = sent();
    assertEquals(1, act.seq);
    assertFalse(act.safe);
    assertArrayEquals(new double[] {0.1}, act.values);
  }

  @Test
  void aSenseThatComesAgainGetsTheSameActWithoutATick() throws Exception {
    MirrorEndpoint mirror = ticking();
    deliver("s1", 1);
    beat(mirror);
    answer(mirror, 0.1);
    byte[] first = link.sent.remove();
    deliver("s1", 1);
    deliver("s1", 2);
    assertEquals(Beat.TICK, beat(mirror));
    assertArrayEquals(first, link.sent.remove());
    assertEquals(new MirrorCounters(3, 1, 1, 0, 0), mirror.counters());
  }

  @Test
  void silenceMakesSafeCommands() throws Exception {
    MirrorEndpoint mirror = ticking();
    assertEquals(Beat.LOST, beat(mirror));
    answer(mirror, 0);
    assertTrue(sent().safe);
    assertEquals(Beat.LOST, beat(mirror));
    assertEquals(1, mirror.counters().lost());
  }

  @Test
  void theSameSessionGoesOnAfterSilenceAsIfNothingHadBeen() throws Exception {
    MirrorEndpoint mirror = ticking();
    assertEquals(Beat.LOST, beat(mirror));
    answer(mirror, 0);
    deliver("s1", 1);
    assertEquals(Beat.TICK, beat(mirror));
    assertEquals(1 / RATE_HERTZ, mirror.pacer().dtSeconds());
  }

  @Test
  void aRestartedSimulatorIsFollowedOnceItDescribedItself() throws Exception {
    MirrorEndpoint mirror = ticking();
    deliver("s2", 0); // before its description: not yet
    assertEquals(Beat.LOST, beat(mirror));
    link.deliver(TOPICS.mirrorDescription(), description("s2", SENSORS));
    deliver("s2", 0);
    deliver("s1", 1); // a latecomer
    assertEquals(Beat.RESTARTED, beat(mirror));
    assertEquals(Beat.TICK, beat(mirror));
    answer(mirror, 0);
    assertEquals("s2", sent().session);
    assertEquals(Beat.LOST, beat(mirror));
    assertEquals(2, mirror.counters().refused()); // too early, too late
  }

  @Test
  void aRestartedSimulatorOfAnotherRobotIsRefused() throws Exception {
    MirrorEndpoint mirror = ticking();
    List<Channel> others = List.of(new Channel("height", Unit.METRE, -3, 3));
    link.deliver(TOPICS.mirrorDescription(), description("s2", others));
    deliver("s2", 0);
    assertEquals(Beat.LOST, beat(mirror));
    assertEquals(1, mirror.counters().refused());
  }

  @Test
  void aSecondWriteInATickIsASafeCommand() throws Exception {
    MirrorEndpoint mirror = ticking();
    answer(mirror, 0);
    assertTrue(sent().safe);
  }

  @Test
  void rubbishIsCountedAndForgotten() throws Exception {
    MirrorEndpoint mirror = ticking();
    link.deliver(TOPICS.mirrorSense(), new byte[] {1, 2, 3});
    deliver("s1", 1);
    assertEquals(Beat.TICK, beat(mirror));
    assertEquals(1, mirror.counters().refused());
  }

  @Test
  void closingEndsTheRun() throws Exception {
    MirrorEndpoint mirror = ticking();
    mirror.pacer().close();
    assertEquals(Beat.END, beat(mirror));
  }
}
