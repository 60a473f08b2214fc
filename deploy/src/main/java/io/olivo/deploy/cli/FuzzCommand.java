package io.olivo.deploy.cli;

import io.olivo.deploy.fuzz.Found;
import io.olivo.deploy.fuzz.WireFuzz;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Mutated messages of every kind. */
@DesktopOnly
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = {
      "Mutate messages of every kind and put them through what the link calls, to a robot that runs,",
      "both ends of a mirror, an operator, those who collect events and snapshots and those who hand",
      "them out, the bridges and the watchers. Nothing may be thrown, nothing may change by a message",
      "that is not valid, and memory must not grow. Exit code 1 when that is not so."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench fuzz --inputs 100k",
      "  olivo bench fuzz --inputs 10M --seed 7 --json"
    })
final class FuzzCommand implements Callable<Integer> {
  private static final double MOST_GROWTH = 8; // MB of heap, from the second look on

  @Option(
      names = "--inputs",
      paramLabel = "COUNT",
      converter = CountReader.class,
      description = "How many, such as 100k or 10M (default: 1M).")
  private long inputs = 1_000_000;

  @Option(names = "--plant", description = "Robot file or name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutputOptions output = new OutputOptions();

  /** 100k, 10M. */
  static final class CountReader implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      String digits = text.replaceAll("[kM]$", "");
      long unit = text.endsWith("k") ? 1_000 : text.endsWith("M") ? 1_000_000 : 1;
      if (!digits.matches("[0-9]{1,9}")) {
        throw new TypeConversionException("\"" + text + "\" is no count; write 100k or 10M");
      }
      return Long.parseLong(digits) * unit;
    }
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("olivo-fuzz");
    long drawn = seed.value();
    WireFuzz fuzz = new WireFuzz(RobotFile.read(RobotArgument.find(plant)), folder, drawn);
    WireFuzz.Seen seen = fuzz.run(inputs, done -> output.note(done + " of " + inputs));
    boolean passed =
        seen.handlerExceptions() == 0
            && seen.escaped() == 0
            && seen.wronglyAdmitted() == 0
            && seen.unexplainedChanges() == 0
            && seen.deadThreads() == 0
            && seen.found().stream().allMatch(found -> found.wrong() == 0)
            && growth(seen.heapMegabytes()) < MOST_GROWTH;
    tell(seen, drawn, passed);
    return passed ? ExitCode.OK : ExitCode.INTERNAL;
  }

  /** From the second look on: by then all classes are loaded. */
  private static double growth(List<Double> heap) {
    return heap.isEmpty() ? 0 : heap.getLast() - heap.get(1);
  }

  private void tell(WireFuzz.Seen seen, long drawn, boolean passed) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("inputs", seen.inputs());
    result.put("seed", drawn);
    result.put("handler_exceptions", seen.handlerExceptions());
    result.put("escaped_exceptions", seen.escaped());
    result.put("commands_admitted", seen.admitted());
    result.put("commands_refused", seen.refused());
    result.put("wrongly_admitted", seen.wronglyAdmitted());
    result.put("loop_changes", seen.loopChanges());
    result.put("unexplained_changes", seen.unexplainedChanges());
    result.put("dead_threads", seen.deadThreads());
    for (Found found : seen.found()) {
      result.put(found.who() + "_inputs", found.inputs());
      result.put(found.who() + "_effects", found.effects());
      result.put(found.who() + "_wrong", found.wrong());
    }
    result.put("inputs_per_second", Math.round(seen.inputs() / seen.seconds()));
    result.put("heap_mb", seen.heapMegabytes());
    result.put("passed", passed);
    if (output.json()) {
      output.print(result);
    } else {
      result.forEach((name, value) -> System.out.println("%-20s %s".formatted(name, value)));
    }
  }
}
