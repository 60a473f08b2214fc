package io.olivo.deploy.bench;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many robots that only talk: each with a client of its own, its last will, description, state, and
 * telemetry of two sensors and an actuator. One thread lets all of them speak in turn, evenly over
 * the period.
 */
public final class FleetBench implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30); // all cores are busy

  private static final int AT_ONCE = 32; // that connect at the same time

  private record Talker(Topics topics, PahoLink link, TelemetryFrame frame) {}

  private final List<Talker> talkers = new ArrayList<>();
  private long sent;
  private long refused;

  /**
   * Lets so many robots connect.
   *
   * @param robots how many
   */
  public FleetBench(URI broker, int robots) throws InterruptedException, ExecutionException {
    try (ExecutorService connecting = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Talker>> all = new ArrayList<>();
      for (int i = 0; i < robots; i++) {
        String name = "robot-%04d".formatted(i);
        all.add(connecting.submit(() -> talker(broker, name)));
      }
      for (Future<Talker> one : all) {
        talkers.add(one.get());
      }
    }
  }

  private static Talker talker(URI broker, String name) throws NoBrokerException {
    Topics topics = new Topics(name);
    Description description = description(name);
    LinkConfig config =
        LinkConfig.plain(broker, name).withWill(topics.state(), new State(false, "bench").encode());
    PahoLink link = PahoLink.connect(config, CONNECT_LIMIT);
    link.retain(topics.description(), description.encode());
    link.retain(topics.state(), new State(true, "bench").encode());
    TelemetryFrame frame = new TelemetryFrame(description);
    frame.session = "bench";
    frame.state = "running";
    return new Talker(topics, link, frame);
  }

  private static Description description(String name) {
    return new Description(
        name,
        "bench",
        "bench",
        Role.CONTROLLER,
        500,
        List.of(
            new Channel("joint.angle", Unit.RADIAN, -4, 4),
            new Channel("joint.velocity", Unit.RADIAN_PER_SECOND, -20, 20)),
        List.of(new Channel("joint.torque", Unit.NEWTON_METRE, -9, 9)),
        0,
        List.of("slot", "surprise"),
        new Dashboard("", List.of("error", "late_us"), List.of(), List.of()));
  }

  /**
   * Talks for so long.
   *
   * @param periodSeconds between two frames of one robot [s]
   */
  public void talk(double seconds, double periodSeconds) throws InterruptedException {
    long began = System.nanoTime();
    double pause = periodSeconds / talkers.size();
    for (long turn = 0; turn * pause < seconds; turn++) {
      long due = began + Math.round(turn * pause * 1e9);
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      speak(talkers.get((int) (turn % talkers.size())), turn);
    }
  }

  private void speak(Talker talker, long turn) {
    TelemetryFrame frame = talker.frame();
    frame.seq += 250;
    frame.timeNanos = frame.seq * 2_000_000;
    frame.clockMillis = System.currentTimeMillis();
    frame.values[0] = StrictMath.sin(turn * .01);
    boolean gone =
        talker.link().publishNow(talker.topics().telemetry(), frame.encode())
            == PahoLink.Offer.ACCEPTED;
    sent += gone ? 1 : 0;
    refused += gone ? 0 : 1;
  }

  /** Frames that went out. */
  public long sent() {
    return sent;
  }

  /** Frames that a link would not take. */
  public long refused() {
    return refused;
  }

  @Override
  public void close() {
    talkers.forEach(talker -> talker.link().close());
  }
}
