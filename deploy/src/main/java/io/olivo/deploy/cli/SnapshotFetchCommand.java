package io.olivo.deploy.cli;

import io.olivo.controller.exchange.SnapshotFetcher;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.BrokerAccess;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.RobotLink;
import io.olivo.learning.snapshot.StateReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches a saved state from a robot that runs elsewhere. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Fetch a generation from a robot that runs, verified by its SHA-256.",
      "What was interrupted goes on where it was when you ask again."
    },
    footer = {
      "",
      "Examples:",
      "  olivo snapshot fetch arm2 --broker tcp://robot:1883",
      "  olivo snapshot fetch arm2 --number 17 --to states"
    })
final class SnapshotFetchCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long NEWEST = 0;

  @Mixin private RobotArgument robot = new RobotArgument();

  @Option(
      names = "--number",
      paramLabel = "N",
      description = "Which generation (default: the newest).")
  private long number = NEWEST;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where it goes (default: .olivo/ROBOT/fetched).")
  private @Nullable Path to;

  @Mixin private SnapshotOptions snapshots = new SnapshotOptions();
  @Mixin private WireOptions wire = new WireOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException, InterruptedException, NoBrokerException {
    RobotSpec spec = robot.read();
    Topics topics = new Topics(wire.name(spec));
    String collector = "fetch-" + RobotLink.newSession();
    URI broker = Brokers.known(wire.broker(), spec);
    try (PahoLink link = PahoLink.connect(BrokerAccess.of(spec.link(), broker).config(collector))) {
      SnapshotFetcher fetcher = new SnapshotFetcher(link, topics, collector, folder(topics));
      tell(fetcher.fetch(number, LIMIT));
    }
    return ExitCode.OK;
  }

  private Path folder(Topics topics) {
    Path given = to;
    return given == null ? snapshots.folder().resolve(topics.robot()).resolve("fetched") : given;
  }

  private void tell(Path file) {
    StateReader state = LearnedState.read(file);
    if (output.json()) {
      Map<String, Object> row = new LinkedHashMap<>(state.facts());
      row.put("file", file.toString());
      row.put("learner", state.kind());
      output.print(row);
    }
    output.note("fetched " + file);
  }
}
