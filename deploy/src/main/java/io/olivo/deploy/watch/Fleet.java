package io.olivo.deploy.watch;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Id;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** All robots that a broker tells of. Who invents names without end is cut off. */
public final class Fleet {
  /** Stands for every robot in {@link #listen}. */
  public static final String ALL = "+";

  private static final int MOST = 10_000;
  private static final String STEM = "olivo/v1/";
  private static final List<String> LEAVES = List.of("description", "state", "events", "telemetry");

  private final LongSupplier nanoClock;
  private final InstantSource wall;
  private final Map<String, WatchedRobot> robots = new ConcurrentHashMap<>();
  private final AtomicLong unknown = new AtomicLong();

  /**
   * @param nanoClock as {@link System#nanoTime}
   * @param wall the watcher's clock
   */
  public Fleet(LongSupplier nanoClock, InstantSource wall) {
    this.nanoClock = nanoClock;
    this.wall = wall;
  }

  /** Hears one robot, or {@link #ALL}. */
  public void listen(Link link, String robot) {
    LEAVES.forEach(leaf -> link.subscribe(STEM + robot + "/" + leaf, this::hear));
  }

  /** Takes a message of any topic. */
  public void hear(Message message) {
    String[] level = message.topic().split("/", -1);
    boolean ours = level.length == 4 && message.topic().startsWith(STEM) && Id.valid(level[2]);
    if (!ours || (robots.size() >= MOST && !robots.containsKey(level[2]))) {
      unknown.incrementAndGet();
      return;
    }
    robots
        .computeIfAbsent(level[2], WatchedRobot::new)
        .hear(level[3], message.payload(), nanoClock.getAsLong(), wall.millis());
  }

  /** All of them at this moment, by name, without histories. */
  public List<RobotView> views() {
    long now = nanoClock.getAsLong();
    return robots.values().stream()
        .map(robot -> robot.view(now, false))
        .sorted(Comparator.comparing(RobotView::robot))
        .toList();
  }

  /** One of them at this moment, if anything was heard of it. */
  public Optional<RobotView> view(String robot) {
    return Optional.ofNullable(robots.get(robot)).map(it -> it.view(nanoClock.getAsLong(), true));
  }

  /** Messages that belong to no robot, or to one too many. */
  public long unknown() {
    return unknown.get();
  }
}
