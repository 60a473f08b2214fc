package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** These texts are the protocol: when one has to change, old ends stop understanding new ones. */
class WireGoldenTest {
  private static final String SENSE =
      "{\"v\":1,\"session\":\"s1\",\"seq\":7,\"time_ns\":14000000,\"episode\":2,\"reset\":true,"
          + "\"ending\":\"time_limit\",\"reward\":-0.5,\"values\":[0.1,\"NaN\",-0.0],"
          + "\"age_ns\":[0,-1,2000000],\"truth\":[\"Infinity\",\"-Infinity\",4.9E-324]}";
  private static final String ACT =
      "{\"v\":1,\"session\":\"s1\",\"seq\":7,\"safe\":false,\"values\":[1.5,-0.25]}";
  private static final String DESCRIPTION =
      "{\"v\":1,\"robot\":\"arm2\",\"software\":\"0.1.0\",\"session\":\"s1\","
          + "\"role\":\"simulator\",\"rate_hz\":500.0,"
          + "\"sensors\":[{\"name\":\"shoulder.angle\",\"unit\":\"rad\",\"min\":-3.2,\"max\":3.2}],"
          + "\"actuators\":[{\"name\":\"shoulder.torque\",\"unit\":\"N*m\","
          + "\"min\":-30.0,\"max\":30.0}],\"truth\":1,\"learner\":[\"error\"]}";
  private static final String STATE = "{\"v\":1,\"online\":false,\"session\":\"c1\"}";
  private static final String EVENT =
      "{\"v\":1,\"time_ns\":14000000,\"kind\":\"fault\",\"text\":\"shoulder.angle is stale\"}";
  private static final String TELEMETRY =
      "{\"v\":1,\"session\":\"c1\",\"seq\":7,\"time_ns\":14000000,\"values\":[0.1,0.2,1.5],"
          + "\"clipped\":[true],\"learner\":[0.03]}";

  private static final String COMMAND =
      "{\"v\":1,\"robot\":\"arm2\",\"session\":\"c1\",\"sender\":\"desk\",\"seq\":12,"
          + "\"deadline_ms\":1796041979123,\"command\":\"gain\",\"joint\":\"shoulder\","
          + "\"kp\":60.0,\"kd\":4.0}";
  private static final String ANSWER =
      "{\"v\":1,\"robot\":\"arm2\",\"sender\":\"desk\",\"seq\":12,\"command\":\"stop\","
          + "\"done\":true,\"reason\":\"done\",\"text\":\"safe-stop\",\"time_ns\":14000000,"
          + "\"clock_ms\":1796041979123}";

  private static Description description() {
    return new Description(
        "arm2",
        "0.1.0",
        "s1",
        Role.SIMULATOR,
        500,
        List.of(new Channel("shoulder.angle", Unit.RADIAN, -3.2, 3.2)),
        List.of(new Channel("shoulder.torque", Unit.NEWTON_METRE, -30, 30)),
        1,
        List.of("error"),
        Dashboard.NONE);
  }

  @Test
  void senseIsTheseBytes() throws WireException {
    Sense sense = new Sense(3, 3);
    sense.decode(SENSE.getBytes(UTF_8));
    assertEquals(SENSE, new String(sense.encode(), UTF_8));
    assertEquals(14_000_000, sense.timeNanos);
    assertEquals(Ending.TIME_LIMIT, sense.ending);
    assertTrue(sense.reset && sense.hasReward);
    assertArrayEquals(new double[] {0.1, Double.NaN, -0.0}, sense.values);
    assertArrayEquals(new long[] {0, Sense.NEVER, 2_000_000}, sense.ageNanos);
  }

  @Test
  void actIsTheseBytes() throws WireException {
    Act act = new Act(2);
    act.decode(ACT.getBytes(UTF_8));
    assertEquals(ACT, new String(act.encode(), UTF_8));
  }

  @Test
  void aWishForAnotherEpisodeIsOneFieldMore() throws WireException {
    String asking = ACT.replace("\"values\"", "\"reset\":true,\"values\"");
    Act act = new Act(2);
    act.decode(asking.getBytes(UTF_8));
    assertTrue(act.reset);
    assertEquals(asking, new String(act.encode(), UTF_8));
    act.decode(ACT.getBytes(UTF_8));
    assertTrue(!act.reset, "a struct remembers no wish of before");
  }

  @Test
  void descriptionIsTheseBytes() throws WireException {
    assertEquals(DESCRIPTION, new String(description().encode(), UTF_8));
    assertEquals(description(), Description.decode(DESCRIPTION.getBytes(UTF_8)));
  }

  @Test
  void stateIsTheseBytes() throws WireException {
    assertEquals(STATE, new String(new State(false, "c1").encode(), UTF_8));
    assertEquals(new State(false, "c1"), State.decode(STATE.getBytes(UTF_8)));
  }

  @Test
  void eventIsTheseBytes() throws WireException {
    Event event = new Event(14_000_000, "fault", "shoulder.angle is stale");
    assertEquals(EVENT, new String(event.encode(), UTF_8));
    assertEquals(event, Event.decode(EVENT.getBytes(UTF_8)));
  }

  @Test
  void telemetryIsTheseBytes() throws WireException {
    TelemetryFrame frame = new TelemetryFrame(2, 1, 1, 0);
    frame.decode(TELEMETRY.getBytes(UTF_8));
    assertEquals(TELEMETRY, new String(frame.encode(), UTF_8));
    assertTrue(frame.clipped[0]);
  }

  @Test
  void aCommandIsTheseBytes() throws WireException {
    Command command =
        new Command(
            "arm2", "c1", "desk", 12, 1796041979123L, new Instruction.Tune("shoulder", 60, 4));
    assertEquals(COMMAND, new String(command.encode(), UTF_8));
    assertEquals(command, Command.decode(COMMAND.getBytes(UTF_8)));
  }

  @Test
  void anAnswerIsTheseBytes() throws WireException {
    Answer answer =
        new Answer(
            "arm2", "desk", 12, "stop", Reason.DONE, "safe-stop", 14_000_000, 1796041979123L);
    assertEquals(ANSWER, new String(answer.encode(), UTF_8));
    assertEquals(answer, Answer.decode(ANSWER.getBytes(UTF_8)));
  }

  @Test
  void aDashboardIsTheseBytes() throws WireException {
    String text =
        DESCRIPTION.replace(
            "\"learner\":[\"error\"]",
            "\"learner\":[\"error\"],\"dashboard\":{\"config\":\"9f86\",\"health\":[\"late_us\"],"
                + "\"commands\":[\"stop\"],\"body\":[{\"channel\":\"shoulder.angle\","
                + "\"motion\":\"turn\",\"axis\":\"z\",\"length\":0.3}]}");
    Description described = Description.decode(text.getBytes(UTF_8));
    assertEquals(text, new String(described.encode(), UTF_8));
    assertEquals(
        new BodyPart("shoulder.angle", BodyPart.Motion.TURN, BodyPart.Axis.Z, 0, 0.3),
        described.dashboard().body().getFirst());
  }

  @Test
  void aFrameForWatchersIsTheseBytes() throws WireException {
    String text =
        TELEMETRY.replace(
            "\"learner\":[0.03]",
            "\"learner\":[0.03],\"state\":\"running\",\"clock_ms\":1796041979123,"
                + "\"age_ms\":[0.4,0.0],\"health\":[12.5]");
    TelemetryFrame frame = new TelemetryFrame(2, 1, 1, 1);
    frame.decode(text.getBytes(UTF_8));
    assertEquals(text, new String(frame.encode(), UTF_8));
  }

  @Test
  void whatASenseLeavesOutIsNotKeptFromTheOneBefore() throws WireException {
    Sense sense = new Sense(3, 3);
    sense.decode(SENSE.getBytes(UTF_8));
    sense.decode(
        "{\"v\":1,\"session\":\"s1\",\"seq\":8,\"time_ns\":1,\"values\":[1,2,3],\"truth\":[1,2,3]}"
            .getBytes(UTF_8));
    assertFalse(sense.reset || sense.hasReward);
    assertEquals(Ending.NONE, sense.ending);
    assertArrayEquals(new long[3], sense.ageNanos);
  }

  @Test
  void fieldsOfTheFutureAreSkipped() throws WireException {
    String future = STATE.replace("{\"v\":1,", "{\"v\":1,\"battery\":{\"cells\":[1,[2,3]]},");
    assertEquals(new State(false, "c1"), State.decode(future.getBytes(UTF_8)));
  }

  @Test
  void anotherVersionIsRefusedByName() {
    WireException e =
        assertThrows(
            WireException.class,
            () -> State.decode(STATE.replace("\"v\":1", "\"v\":2").getBytes(UTF_8)));
    assertEquals("version 2, this end speaks 1", e.getMessage());
  }
}
