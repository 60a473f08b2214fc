package io.olivo.deploy.cli;

import io.olivo.deploy.bench.FleetBench;
import io.olivo.deploy.bench.MosquittoChild;
import io.olivo.deploy.installation.DesktopOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How old a watcher's knowledge of many robots gets. */
@DesktopOnly
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = {
      "Let many robots talk to one mosquitto, each with a client of its own, and one olivo watch in a",
      "process of its own listen; every second the age of what it knows of each robot is taken.",
      "Exit code 1 when the 99th percentile is 2 s or more, or not all robots were seen."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench fleet --robots 1000 --for 60s --json",
      "  OLIVO_JAVA_OPTS=-Xmx2g olivo bench fleet --robots 1000     where memory runs short"
    })
final class FleetCommand implements Callable<Integer> {
  private static final double MOST_MILLIS = 2000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--robots", description = "How many (default: ${DEFAULT-VALUE}).")
  private int robots = 1000;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "How long they talk (default: 60s).")
  private double seconds = 60;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "Pause between two messages of one robot (default: 500ms).")
  private double period = .5;

  @Mixin private OutputOptions output = new OutputOptions();

  private final Histogram ages = new Histogram(3); // ms
  private int seen;
  private long samples;
  private long missing;
  private long never; // samples of robots that had said nothing yet

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("olivo-fleet");
    try (MosquittoChild broker = new MosquittoChild(folder)) {
      broker.start();
      long began = System.nanoTime();
      try (FleetBench fleet = new FleetBench(broker.uri(), robots)) {
        double connected = (System.nanoTime() - began) * 1e-9;
        output.note("%d robots are connected after %.1f s".formatted(robots, connected));
        return measure(fleet, broker, connected);
      }
    }
  }

  private int measure(FleetBench fleet, MosquittoChild broker, double connected) throws Exception {
    Process watch = watch(broker);
    try {
      Thread reading = Thread.ofPlatform().daemon().start(() -> read(watch));
      fleet.talk(seconds, period);
      watch.destroy();
      reading.join();
    } finally {
      watch.destroyForcibly();
    }
    return tell(fleet, connected);
  }

  private static Process watch(MosquittoChild broker) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.olivo.deploy.cli.Olivo", "watch", "--json"));
    command.addAll(List.of("--broker", broker.uri().toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void read(Process watch) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(JSON.readTree(line));
      }
    } catch (IOException ended) {
      // the watcher was told to end
    }
  }

  /** The first seconds, in which not all robots have spoken since it listens, count as never. */
  private void take(JsonNode line) {
    JsonNode all = line.get("robots");
    seen = Math.max(seen, all.size());
    missing = 0;
    for (JsonNode robot : all) {
      missing += robot.get("missing").asLong();
      if (robot.get("age_ms").isNull()) {
        never++;
      } else {
        samples++;
        ages.recordValue(Math.max(0, robot.get("age_ms").asLong()));
      }
    }
  }

  private int tell(FleetBench fleet, double connected) {
    RunResult result = new RunResult();
    result.put("robots", robots);
    result.put("robots_seen", seen);
    result.put("connected_after_s", Math.rint(connected * 10) / 10);
    result.put("messages_sent", fleet.sent());
    result.put("messages_refused_by_links", fleet.refused());
    result.put("messages_missing", missing);
    result.put("samples", samples);
    result.put("samples_before_first_word", never);
    result.put("age_ms_p50", ages.getValueAtPercentile(50));
    result.put("age_ms_p99", ages.getValueAtPercentile(99));
    result.put("age_ms_max", ages.getMaxValue());
    boolean passed = seen == robots && samples > 0 && ages.getValueAtPercentile(99) < MOST_MILLIS;
    result.put("passed", passed);
    result.print(output);
    return passed ? ExitCode.OK : ExitCode.INTERNAL;
  }
}
