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
import org.jspecify.annotations.Nullable;

/**
 * All robots that a broker tells of. Who invents names without end is cut off, and so is who sends
 * long descriptions and texts: all robots together have only so much memory.
 */
public final class Fleet {
  /** Stands for every robot in {@link #listen}. */
  public static final String ALL = "+";

  private static final int MOST = 10_000;
  private static final long ROBOT_BYTES = 4096; // of one that is known by name only
  private static final int SHARE = 4; // of the machine's memory that Java may have
  private static final String STEM = "olivo/v1/";
  private static final List<String> LEAVES = List.of("description", "state", "events", "telemetry");

  private final LongSupplier nanoClock;
  private final InstantSource wall;
  private final Room room;
  private final Map<String, WatchedRobot> robots = new ConcurrentHashMap<>();
  private final AtomicLong unknown = new AtomicLong();

  /**
   * @param nanoClock as {@link System#nanoTime}
   * @param wall the watcher's clock
   */
  public Fleet(LongSupplier nanoClock, InstantSource wall) {
    this(nanoClock, wall, Runtime.getRuntime().maxMemory() / SHARE);
  }

  /**
   * @param nanoClock as {@link System#nanoTime}
   * @param wall the watcher's clock
   * @param mostBytes that all robots together may need, about
   */
  public Fleet(LongSupplier nanoClock, InstantSource wall, long mostBytes) {
    room = new Room(mostBytes);
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
    WatchedRobot robot = ours ? robot(level[2]) : null;
    if (robot == null) {
      unknown.incrementAndGet();
    } else {
      robot.hear(level[3], message.payload(), nanoClock.getAsLong(), wall.millis());
    }
  }

  private @Nullable WatchedRobot robot(String name) {
    WatchedRobot known = robots.get(name);
    boolean fits = known != null || (robots.size() < MOST && room.take(ROBOT_BYTES));
    return fits ? robots.computeIfAbsent(name, it -> new WatchedRobot(it, room)) : null;
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

  /** Descriptions and events that were not kept because there is no room. */
  public long crowdedOut() {
    return room.refused();
  }

  /** Messages that belong to no robot, or to one too many. */
  public long unknown() {
    return unknown.get();
  }
}
