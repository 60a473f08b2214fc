package io.olivo.deploy.fuzz;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.watch.Fleet;
import io.olivo.deploy.watch.FleetTable;
import io.olivo.deploy.watch.RobotScreen;
import io.olivo.deploy.watch.RobotView;
import io.olivo.deploy.watch.WatchJson;
import io.olivo.deploy.watch.WireRecorder;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Who watches one robot and shows it in every way, who records it, and who watches all robots while
 * somebody invents a million names. The last has little memory, and must do with it.
 */
final class WatchersTarget implements Target {
  private static final int NAMES = 1_000_000;
  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_ROBOTS = (int) (MOST_BYTES / 4096);
  private static final int LOOK_EVERY = 2000; // messages
  private static final int CROWD_EVERY = 20_000;
  private static final int FILE_EVERY = 200_000; // messages; a recording has an end
  private static final Screen SCREEN = new Screen(true, 100, true, false);

  private final Topics topics = new Topics("watched");
  private final RandomGenerator chance;
  private final Path folder;
  private final Fleet one = new Fleet(System::nanoTime, InstantSource.system());
  private final Fleet all = new Fleet(System::nanoTime, InstantSource.system(), MOST_BYTES);
  private WireRecorder recorder;
  private long inputs;
  private long looks;
  private long effects;
  private long wrong;

  WatchersTarget(Link link, RandomGenerator chance, Path folder) throws IOException {
    this.chance = chance;
    this.folder = folder;
    recorder = record(0);
    one.listen(link, topics.robot());
    all.listen(link, Fleet.ALL);
    for (String topic :
        List.of(topics.description(), topics.state(), topics.telemetry(), topics.events())) {
      link.subscribe(topic, message -> recorder.take(message));
    }
  }

  private WireRecorder record(long number) throws IOException {
    return new WireRecorder(file(number), topics.robot(), InstantSource.system());
  }

  private Path file(long number) {
    return folder.resolve("watched" + number + ".mcap");
  }

  @Override
  public Message next(long clockMillis) {
    inputs++;
    Topics of = chance.nextBoolean() ? topics : new Topics("r" + chance.nextInt(NAMES));
    return switch (chance.nextInt(6)) {
      case 0 -> Message.certain(of.description(), description(of.robot()).encode());
      case 1 -> Message.certain(of.state(), new State(chance.nextBoolean(), "c1").encode());
      case 2 -> Message.certain(of.events(), event());
      default -> Message.plain(of.telemetry(), telemetry(clockMillis));
    };
  }

  private Description description(String robot) {
    List<String> health = chance.nextInt(9) == 0 ? List.of("load", "error") : List.of("error");
    return new Description(
        robot,
        "0.1.0",
        "c1",
        Role.CONTROLLER,
        500,
        List.of(new Channel("a.angle", Unit.RADIAN, -3, 3)),
        List.of(new Channel("a.torque", Unit.NEWTON_METRE, -9, 9)),
        0,
        List.of("slot"),
        new Dashboard("", health, List.of(), List.of()));
  }

  private byte[] event() {
    int length = chance.nextInt(50) == 0 ? 30_000 : 20;
    return new Event(1, "fault", "x".repeat(length)).numbered(1 + chance.nextInt(500), 0).encode();
  }

  private byte[] telemetry(long clockMillis) {
    TelemetryFrame frame = new TelemetryFrame(description(topics.robot()));
    frame.session = "c1";
    frame.seq = inputs;
    frame.state = "running";
    frame.clockMillis = clockMillis;
    return frame.encode();
  }

  @Override
  public void look(Message message) {
    looks++;
    if (looks % LOOK_EVERY == 0) {
      show();
    }
    if (looks % CROWD_EVERY == 0) {
      showAll();
    }
    if (looks % FILE_EVERY == 0) {
      change();
    }
  }

  private void show() {
    try {
      one.view(topics.robot()).ifPresent(this::show);
    } catch (RuntimeException hostile) {
      wrong++;
    }
  }

  private void showAll() {
    try {
      List<RobotView> robots = all.views();
      FleetTable.of(robots, SCREEN, 40);
      wrong += robots.size() > MOST_ROBOTS ? 1 : 0;
    } catch (RuntimeException hostile) {
      wrong++;
    }
  }

  private void show(RobotView robot) {
    WatchJson.line(robot, 1);
    new RobotScreen(SCREEN).of(robot);
    effects += robot.frame() == null ? 0 : 1;
  }

  private void change() {
    try {
      recorder.close();
      Files.delete(file(looks / FILE_EVERY - 1));
      recorder = record(looks / FILE_EVERY);
    } catch (IOException broken) {
      wrong++;
    }
  }

  @Override
  public Found found() {
    show();
    showAll();
    return new Found("watchers", inputs, effects, wrong);
  }

  @Override
  public void close() throws IOException {
    recorder.close();
  }
}
