package io.olivo.deploy.bench;

import io.olivo.controller.checkpoint.DiskFiles;
import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Kills a process with SIGKILL at every step of publishing a snapshot, and looks whether the newest
 * generation or the one before it can be opened. Half of the victims wait at the step, half run on
 * into the kill. A killed process loses nothing that it wrote; what a power cut loses is beyond
 * this bench.
 */
public final class KillBench {
  private final Path folder;
  private final int kills;
  private final int jobs;
  private final List<String> steps = new ArrayList<>(AnnouncedFiles.steps());

  /**
   * @param folder empty; one folder per job is made in it
   * @param kills how many, over all steps in turn
   * @param jobs how many at a time
   */
  public KillBench(Path folder, int kills, int jobs) {
    this.folder = folder;
    this.kills = kills;
    this.jobs = jobs;
    steps.add(KillVictim.PUBLISHED);
  }

  /**
   * Kills them all.
   *
   * @param progress hears how many one job has killed, on its thread
   * @return by step, in the order of publishing
   */
  public Map<String, KillCount> run(LongConsumer progress)
      throws IOException, InterruptedException {
    List<Future<Map<String, KillCount>>> all = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(jobs)) {
      for (int job = 0; job < jobs; job++) {
        all.add(pool.submit(part(job, progress)));
      }
    }
    Map<String, KillCount> counts = new LinkedHashMap<>();
    steps.forEach(step -> counts.put(step, KillCount.NONE));
    for (Future<Map<String, KillCount>> one : all) {
      result(one).forEach((step, count) -> counts.merge(step, count, KillCount::plus));
    }
    return counts;
  }

  private static Map<String, KillCount> result(Future<Map<String, KillCount>> one)
      throws IOException, InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IOException("a kill failed: " + e.getCause(), e);
    }
  }

  private Callable<Map<String, KillCount>> part(int job, LongConsumer progress) {
    return () -> {
      Path own = folder.resolve("job" + job);
      SnapshotStore store = new SnapshotStore(new DiskFiles(own), KillVictim.KEEP);
      store.publish(KillVictim::content);
      store.publish(KillVictim::content);
      Map<String, KillCount> counts = new LinkedHashMap<>();
      for (int kill = job; kill < kills; kill += jobs) {
        int turn = kill / jobs;
        String step = steps.get(turn % steps.size());
        boolean waits = turn / steps.size() % 2 == 0;
        counts.merge(step, killed(own, step, waits), KillCount::plus);
        progress.accept(turn + 1);
      }
      return counts;
    };
  }

  private static KillCount killed(Path own, String step, boolean waits)
      throws IOException, InterruptedException {
    long before = newest(own).number();
    kill(own, step, waits);
    Generation found = newest(own);
    boolean isNewest = found.number() == before + 1 && KillVictim.isWhole(found);
    boolean isPrevious = found.number() == before && KillVictim.isWhole(found);
    boolean promised = step.equals("delete old") || step.equals(KillVictim.PUBLISHED);
    return KillCount.of(isNewest, isPrevious, !(isNewest || (isPrevious && !promised)));
  }

  private static Generation newest(Path own) throws IOException {
    return new SnapshotStore(new DiskFiles(own), KillVictim.KEEP)
        .newest()
        .newest()
        .orElseThrow(() -> new IOException("no generation is left in " + own));
  }

  private static void kill(Path own, String step, boolean waits)
      throws IOException, InterruptedException {
    Process victim = start(own, step, waits);
    try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
      String reached = said.readLine();
      victim.destroyForcibly().waitFor();
      if (!step.equals(reached)) {
        throw new IOException(
            "the process to be killed at \"%s\" did not get there".formatted(step));
      }
    }
  }

  private static Process start(Path own, String step, boolean waits) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            KillVictim.class.getName(),
            own.toString(),
            step,
            waits ? "wait" : "go")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
