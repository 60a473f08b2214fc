package io.olivo.deploy.cli;

import com.sun.management.ThreadMXBean;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a whole tick takes, and how much garbage it makes. */
@Command(
    name = "tick",
    mixinStandardHelpOptions = true,
    description = "Time and allocation of the whole tick, simulated plant included.",
    footer = {"", "Example:", "  olivo bench tick --plant arm2 --json"})
final class TickCommand implements Callable<Integer> {
  private static final int WARM_UP = 50_000;
  private static final int MEASURED = 100_000;

  @Option(names = "--plant", description = "Robot file or the name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Mixin private OutputOptions output = new OutputOptions();

  private final Histogram nanos = new Histogram(1, 1_000_000_000L, 3);
  private long ticks;
  private long lastNanos;
  private long bytesBefore;
  private long bytesAfter;

  @Override
  public Integer call() throws InterruptedException {
    RobotSpec spec = RobotFile.read(RobotArgument.find(plant));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double seconds = (WARM_UP + MEASURED) * spec.loop().dtSeconds();
    Rule rule = Rule.of(spec.learner().rule());
    output.note("running %d ticks of %s".formatted(WARM_UP + MEASURED, spec.name()));
    new Rig(spec, rule, 1, List.of(), seconds).run(tick -> measure(threads));
    RunResult result = new RunResult();
    result.put("robot", spec.name());
    result.put("ticks", MEASURED);
    result.put("tick_us_median", nanos.getValueAtPercentile(50) / 1e3);
    result.put("tick_us_p99", nanos.getValueAtPercentile(99) / 1e3);
    result.put("bytes_per_tick", (double) (bytesAfter - bytesBefore) / MEASURED);
    result.print(output);
    return ExitCode.OK;
  }

  private void measure(ThreadMXBean threads) {
    long now = System.nanoTime();
    if (ticks == WARM_UP) {
      bytesBefore = threads.getCurrentThreadAllocatedBytes();
    } else if (ticks > WARM_UP) {
      nanos.recordValue(Math.min(now - lastNanos, nanos.getHighestTrackableValue()));
    }
    ticks++;
    if (ticks == WARM_UP + MEASURED) {
      bytesAfter = threads.getCurrentThreadAllocatedBytes();
    }
    lastNanos = System.nanoTime();
  }
}
