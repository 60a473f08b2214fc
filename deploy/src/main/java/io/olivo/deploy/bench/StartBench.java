package io.olivo.deploy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the start of a packed release's process to the first beat of its loop. Needs no hardware:
 * the loop is that of the recording in the release, which takes a robot file, its learner and its
 * safety envelope as a robot's run does, and no buses.
 */
public final class StartBench {
  /**
   * How long starts took.
   *
   * @param min the shortest [s]
   * @param median [s]
   */
  public record Starts(double min, double median) {
    static Starts of(List<Double> seconds) {
      double[] all = seconds.stream().mapToDouble(Double::doubleValue).toArray();
      return new Starts(
          seconds.stream().min(Double::compare).orElseThrow(), Statistics.of(all).median());
    }
  }

  /**
   * What was measured.
   *
   * @param cached with the cache of the release
   * @param plain without
   */
  public record Result(Starts cached, Starts plain) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path release;

  /**
   * @param release folder of a release for this machine
   */
  public StartBench(Path release) {
    this.release = release.toAbsolutePath().normalize();
    if (!Files.isExecutable(program("olivo"))) {
      throw new IllegalArgumentException(
          release + " is no release: olivo pack --arch amd64 makes one");
    }
  }

  /**
   * Measures. Both kinds take turns, so that they see the same machine.
   *
   * @param times how often each is started
   * @param done is told how many of these
   */
  public Result run(int times, IntConsumer done) throws IOException, InterruptedException {
    makeCache();
    List<Double> cached = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      cached.add(start(""));
      plain.add(start("-XX:AOTMode=off"));
      done.accept(i + 1);
    }
    return new Result(Starts.of(cached), Starts.of(plain));
  }

  private void makeCache() throws IOException, InterruptedException {
    Process making = new ProcessBuilder(program("olivo-cache").toString()).inheritIO().start();
    if (making.waitFor() != 0) {
      throw new IOException("olivo-cache made none");
    }
  }

  /** One start [s]. */
  private double start(String javaOptions) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program("olivo").toString(),
            "replay",
            "--json",
            "--quiet",
            "--until",
            "10ms",
            release.resolve("share/selftest.mcap").toString());
    builder.environment().put("OLIVO_JAVA_OPTS", javaOptions);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Instant before = Instant.now();
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the release did not replay its own recording:\n" + said);
    }
    JsonNode result = JSON.readTree(said);
    Instant began = Instant.parse(result.get("began").asString());
    return Duration.between(before, began).toNanos() * 1e-9;
  }

  private Path program(String name) {
    return release.resolve("bin").resolve(name);
  }
}
