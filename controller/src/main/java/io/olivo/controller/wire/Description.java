package io.olivo.controller.wire;

import io.olivo.sensors.Channel;
import java.util.List;

/**
 * What one end has. Retained, and sent anew after every connect.
 *
 * <pre>{"v":1,"robot":"arm2","software":"0.1.0","session":"s1","role":"simulator","rate_hz":500.0,
 *  "sensors":[{"name":"shoulder.angle","unit":"rad","min":-3.2,"max":3.2}],
 *  "actuators":[{"name":"shoulder.torque","unit":"N*m","min":-30.0,"max":30.0}],
 *  "truth":1,"learner":[]}</pre>
 *
 * <p>A controller adds {@code "dashboard":{...}}, see {@link Dashboard}.
 *
 * @param robot its id
 * @param software version of the sender
 * @param session the sender's run; another one after every start
 * @param role which end this is
 * @param rateHertz ticks per second [Hz]
 * @param sensors in the order of {@link Sense#values}
 * @param actuators in the order of {@link Act#values}
 * @param truthSize length of {@link Sense#truth}
 * @param learner names of {@link TelemetryFrame#learner}; empty for a simulator
 * @param dashboard what else a watcher wants to know; {@link Dashboard#NONE} of a simulator
 */
public record Description(
    String robot,
    String software,
    String session,
    Role role,
    double rateHertz,
    List<Channel> sensors,
    List<Channel> actuators,
    int truthSize,
    List<String> learner,
    Dashboard dashboard) {

  private static final int MAX_TRUTH = 1024;

  /** Refuses ids of another form and a rate that is none. */
  public Description {
    Id.require("robot", robot);
    Id.require("session", session);
    if (!(rateHertz > 0 && Double.isFinite(rateHertz))) { // also refuses NaN
      throw new IllegalArgumentException("rate_hz must be above 0, got " + rateHertz);
    }
    if (truthSize < 0 || truthSize > MAX_TRUTH) {
      throw new IllegalArgumentException("truth must be 0 to " + MAX_TRUTH + ", got " + truthSize);
    }
    sensors = List.copyOf(sensors);
    actuators = List.copyOf(actuators);
    learner = List.copyOf(learner);
  }

  /** One of a simulator, which has no learner and no dashboard. */
  public static Description ofSimulator(
      String robot,
      String software,
      String session,
      double rateHertz,
      List<Channel> sensors,
      List<Channel> actuators,
      int truthSize) {
    return new Description(
        robot,
        software,
        session,
        Role.SIMULATOR,
        rateHertz,
        sensors,
        actuators,
        truthSize,
        List.of(),
        Dashboard.NONE);
  }

  /** The message. */
  public byte[] encode() {
    JsonOut out = new JsonOut().text("robot", robot).text("software", software);
    out.text("session", session).text("role", role.wire()).number("rate_hz", rateHertz);
    ChannelJson.write(out, "sensors", sensors);
    ChannelJson.write(out, "actuators", actuators);
    out.whole("truth", truthSize).texts("learner", learner);
    dashboard.write(out);
    return out.done();
  }

  /** Reads the message. */
  public static Description decode(byte[] payload) throws WireException {
    Draft draft = new Draft();
    JsonIn.read(payload, draft::take)
        .require("robot", "session", "role", "rate_hz", "sensors", "actuators");
    return draft.finished();
  }

  private static final class Draft {
    private String robot = "";
    private String software = "";
    private String session = "";
    private Role role = Role.CONTROLLER;
    private double rateHertz;
    private List<Channel> sensors = List.of();
    private List<Channel> actuators = List.of();
    private long truthSize;
    private List<String> learner = List.of();
    private Dashboard dashboard = Dashboard.NONE;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "robot" -> robot = in.id();
        case "software" -> software = in.text();
        case "session" -> session = in.id();
        case "role" -> role = Role.of(in.text());
        case "rate_hz" -> rateHertz = in.number();
        case "sensors" -> sensors = ChannelJson.read(in);
        case "actuators" -> actuators = ChannelJson.read(in);
        case "truth" -> truthSize = in.whole();
        case "learner" -> learner = in.texts();
        case "dashboard" -> dashboard = Dashboard.read(in);
        default -> in.skip();
      }
    }

    Description finished() throws WireException {
      try {
        int size = Math.toIntExact(truthSize);
        return new Description(
            robot, software, session, role, rateHertz, sensors, actuators, size, learner,
            dashboard);
      } catch (IllegalArgumentException | ArithmeticException refused) {
        throw new WireException(String.valueOf(refused.getMessage()));
      }
    }
  }
}
