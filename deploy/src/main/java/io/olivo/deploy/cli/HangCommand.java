package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.trust.HangBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long motors wait for the safe command when the loop hangs. */
@DesktopOnly
@Command(
    name = "hang",
    mixinStandardHelpOptions = true,
    description = {
      "Block the loop's thread while it runs by the wall clock, and measure when the supervisor's safe",
      "command is on the wire. Exit code 1 when it took more than 250 ms, or never came."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench hang",
      "  olivo bench hang --times 20 --block 1s --json"
    })
final class HangCommand implements Callable<Integer> {
  private static final double MOST_SECONDS = .25;

  @Option(names = "--times", description = "How often (default: ${DEFAULT-VALUE}).")
  private int times = 5;

  @Option(
      names = "--block",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "How long the thread is blocked (default: 5s).")
  private double block = 5;

  @Option(names = "--plant", description = "Robot file or name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      double seconds = new HangBench(RobotFile.read(RobotArgument.find(plant)), block).run(i);
      millis.add(seconds * 1e3);
      output.note("hang %d: safe after %.1f ms".formatted(i + 1, seconds * 1e3));
    }
    boolean passed = millis.stream().allMatch(it -> it <= MOST_SECONDS * 1e3);
    tell(millis, passed);
    return passed ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private void tell(List<Double> millis, boolean passed) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("times", millis.size());
    result.put("blocked_s", block);
    result.put("safe_after_ms_min", Collections.min(millis));
    result.put("safe_after_ms_max", Collections.max(millis));
    result.put("passed", passed);
    if (output.json()) {
      output.print(result);
    } else {
      result.forEach((name, value) -> System.out.println("%-20s %s".formatted(name, value)));
    }
  }
}
