package io.olivo.deploy.bench;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A robot at its own rate whose broker is killed again and again, against the same robot with a
 * broker that stays. What must hold: the outages cost it no tick worth mentioning, and nobody who
 * collects its events and snapshots lacks one or has one twice.
 */
public final class RestartBench {
  /** The outages may add so much to the share of late ticks. */
  public static final double ALLOWED = 0.001;

  private static final String RESTARTS = "restarts";
  private static final String CONTROL = "control";
  private static final String SNAPSHOTS = "\nsnapshots: { every: 5 s, keep: 1000 }\n";

  private final RobotSpec robot;
  private final int restarts;
  private final long seed;

  /**
   * @param robot simulated, by the wall clock
   * @param restarts of the broker
   * @param seed of when it is killed, and how long it is away
   */
  public RestartBench(RobotSpec robot, int restarts, long seed) {
    this.robot = robot;
    this.restarts = restarts;
    this.seed = seed;
  }

  /**
   * Runs both.
   *
   * @param folder empty
   * @param beside whether both run at the same time, so that what else the machine does hits both
   * @param progress hears what begins
   * @return by name: "restarts", "control"
   */
  public Map<String, RestartResult> run(Path folder, boolean beside, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path file = folder.resolve(robot.name() + ".yaml");
    Files.writeString(file, Files.readString(robot.file()) + SNAPSHOTS);
    List<Outage> outages = Outage.draw(restarts, seed);
    long millis = outages.getLast().toMillis();
    progress.accept(
        "%d restarts in %d s, and a control run as long".formatted(restarts, millis / 1000));
    Map<String, RestartResult> results = new LinkedHashMap<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(beside ? 2 : 1)) {
      Future<RestartResult> killed =
          pool.submit(() -> run(file, folder.resolve(RESTARTS), outages, millis));
      Future<RestartResult> control =
          pool.submit(() -> run(file, folder.resolve(CONTROL), List.of(), millis));
      results.put(RESTARTS, result(killed));
      results.put(CONTROL, result(control));
    }
    return results;
  }

  private RestartResult run(Path file, Path folder, List<Outage> outages, long millis)
      throws IOException, InterruptedException, NoBrokerException {
    Files.createDirectories(folder);
    return new RestartRun(file, robot.name(), folder).run(outages, millis);
  }

  private static RestartResult result(Future<RestartResult> run)
      throws IOException, InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IOException("a run failed: " + e.getCause(), e);
    }
  }

  /** Whether all that was promised held. */
  public static boolean isKept(Map<String, RestartResult> results) {
    return results.values().stream().allMatch(RestartResult::isKept) && excess(results) <= ALLOWED;
  }

  /** Share of late ticks beyond that of the control run. */
  public static double excess(Map<String, RestartResult> results) {
    return of(results, RESTARTS).lateShare() - of(results, CONTROL).lateShare();
  }

  private static RestartResult of(Map<String, RestartResult> results, String name) {
    RestartResult found = results.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no run \"" + name + "\"");
    }
    return found;
  }
}
