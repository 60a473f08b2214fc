package io.olivo.deploy.bench;

import io.olivo.controller.checkpoint.DiskFiles;
import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One robot with its broker and a collector; the broker is killed as often as the outages say. */
final class RestartRun {
  private static final Topics TOPICS = new Topics("bench");
  private static final long EVENT_MILLIS = 200; // from one to the next
  private static final long LOOK_MILLIS = 10;
  private static final long END_MILLIS = 8_000; // of the run, after the last outage
  private static final long SECOND_SECONDS = 6;
  private static final long LAST_SECONDS = 600;
  private static final long PATIENCE_NANOS = 600_000_000_000L;
  private static final int KEEP = 1000; // generations, as many as there may be

  private final Path robotFile;
  private final String robotName;
  private final Path folder;

  /**
   * @param robotFile saves a generation every few seconds
   * @param robotName in it
   * @param folder empty
   */
  RestartRun(Path robotFile, String robotName, Path folder) {
    this.robotFile = robotFile;
    this.robotName = robotName;
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @param outages of the broker, in their order
   * @param millis from the first event to the end of the last outage, or as long
   */
  RestartResult run(List<Outage> outages, long millis)
      throws IOException, InterruptedException, NoBrokerException {
    try (MosquittoChild broker = new MosquittoChild(folder)) {
      broker.start();
      try (PahoLink link = PahoLink.connect(LinkConfig.plain(broker.uri(), "bench-desk"));
          Gathering gathering = new Gathering(link, TOPICS, folder.resolve("fetched"))) {
        LateCommands commands = new LateCommands(link, TOPICS);
        JsonNode first = firstRun(broker, outages, millis, gathering, commands);
        JsonNode second = secondRun(broker, gathering);
        List<Event> events = gathering.events();
        fetchTheRest(broker, gathering);
        return RestartResult.of(
            List.of(first, second), events, gathering, generations(), commands, outages.size());
      }
    }
  }

  private JsonNode firstRun(
      MosquittoChild broker,
      List<Outage> outages,
      long millis,
      Gathering gathering,
      LateCommands commands)
      throws IOException, InterruptedException {
    long seconds = (millis + END_MILLIS) / 1000;
    try (RobotChild robot = RobotChild.start(arguments(broker, seconds))) {
      Thread events = Thread.ofPlatform().daemon().start(() -> makeEvents(robot));
      await(() -> !gathering.events().isEmpty());
      follow(outages, broker, commands);
      JsonNode result = robot.result();
      events.join();
      return result;
    }
  }

  /** Brings what was made at the end of the first one, and shows that ids grow over a restart. */
  private JsonNode secondRun(MosquittoChild broker, Gathering gathering)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(arguments(broker, SECOND_SECONDS));
    arguments.add("--freeze");
    try (RobotChild robot = RobotChild.start(arguments)) {
      Thread events = Thread.ofPlatform().daemon().start(() -> makeEvents(robot));
      JsonNode result = robot.result();
      events.join();
      long last = result.path("events_last").asLong();
      await(() -> gathering.hasEvents(last));
      return result;
    }
  }

  /** What the collector could not fetch between the outages, with all the time that it takes. */
  private void fetchTheRest(MosquittoChild broker, Gathering gathering)
      throws IOException, InterruptedException {
    int made = generations().size();
    List<String> arguments = new ArrayList<>(arguments(broker, LAST_SECONDS));
    arguments.add("--freeze");
    try (RobotChild robot = RobotChild.start(arguments)) {
      await(() -> gathering.hasSnapshots(made) || !robot.runs());
    }
  }

  private List<String> arguments(MosquittoChild broker, long seconds) {
    return List.of(
        robotFile.toString(),
        "--broker",
        broker.uri().toString(),
        "--as",
        TOPICS.robot(),
        "--folder",
        folder.resolve("kept").toString(),
        "--for",
        seconds + "s");
  }

  /** Five a second, by freezing and unfreezing it. */
  private static void makeEvents(RobotChild robot) {
    try {
      for (int i = 0; robot.runs(); i++) {
        Thread.sleep(EVENT_MILLIS);
        robot.order(i % 2 == 0 ? "freeze" : "unfreeze");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void follow(List<Outage> outages, MosquittoChild broker, LateCommands commands)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    for (Outage outage : outages) {
      waitUntil(began, outage.fromMillis(), commands);
      broker.kill();
      commands.give();
      waitUntil(began, outage.toMillis(), commands);
      broker.start();
    }
  }

  private static void waitUntil(long beganNanos, long millis, LateCommands commands)
      throws InterruptedException {
    while ((System.nanoTime() - beganNanos) / 1_000_000 < millis) {
      commands.sendExpired();
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private interface Truth {
    boolean holds();
  }

  private static void await(Truth truth) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!truth.holds() && System.nanoTime() - until < 0) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private List<Generation> generations() throws IOException {
    Path own = folder.resolve("kept").resolve(robotName);
    return new SnapshotStore(new DiskFiles(own), KEEP).list().whole();
  }
}
