package io.olivo.deploy.cli;

import io.olivo.deploy.bench.KillBench;
import io.olivo.deploy.bench.KillCount;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is left of the snapshots when the process that saves them is killed. */
@DesktopOnly
@Command(
    name = "snapshots",
    mixinStandardHelpOptions = true,
    description = {
      "Kill processes while they save a snapshot, at every step, and open what they leave.",
      "Exit code 1 when neither the new generation nor the one before could be opened."
    },
    footer = {"", "Examples:", "  olivo bench snapshots --kills 3000 --json"})
final class KillsCommand implements Callable<Integer> {
  private static final int NOTE_EVERY = 100;

  @Option(names = "--kills", description = "How many (default: ${DEFAULT-VALUE}).")
  private int kills = 300;

  @Option(names = "--jobs", description = "How many at a time (default: ${DEFAULT-VALUE}).")
  private int jobs = 2;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "On the disk to be tried (default: the one for temporary files).")
  private @Nullable Path folder;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (kills < 1 || jobs < 1) {
      throw Usage.error(command, "--kills and --jobs must be at least 1");
    }
    Path own = temporary();
    try {
      long began = System.nanoTime();
      Map<String, KillCount> counts = new KillBench(own, kills, jobs).run(this::note);
      print(counts, (System.nanoTime() - began) * 1e-9);
      boolean kept = counts.values().stream().allMatch(count -> count.broken() == 0);
      return kept ? ExitCode.OK : ExitCode.INTERNAL;
    } finally {
      remove(own);
    }
  }

  private Path temporary() throws IOException {
    return folder == null
        ? Files.createTempDirectory("olivo-kills")
        : Files.createTempDirectory(Files.createDirectories(folder), "olivo-kills");
  }

  private void note(long done) {
    if (done % NOTE_EVERY == 0) {
      output.note("one of %d jobs has killed %d".formatted(jobs, done));
    }
  }

  private void print(Map<String, KillCount> counts, double seconds) {
    if (output.json()) {
      output.print(Map.of("kills", kills, "seconds", seconds, "steps", counts));
      return;
    }
    Table table =
        new Table(
            Column.text("killed before"),
            Column.number("kills"),
            Column.number("newest"),
            Column.number("previous"),
            Column.number("broken"));
    counts.forEach((step, count) -> table.row(row(step, count)));
    System.out.print(table.render(output.screen()));
  }

  private static String[] row(String step, KillCount count) {
    return new String[] {
      step,
      Long.toString(count.kills()),
      Long.toString(count.newest()),
      Long.toString(count.previous()),
      Long.toString(count.broken())
    };
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.delete(one);
      }
    }
  }
}
