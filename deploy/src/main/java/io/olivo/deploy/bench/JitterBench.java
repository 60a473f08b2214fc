package io.olivo.deploy.bench;

import io.olivo.deploy.doctor.Lateness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How late a loop begins its ticks, in a process of its own for each collector. Where cyclictest
 * runs at the same time, they have a core each, the same priority and interval, and change cores
 * half-way, so that both see the same machine.
 */
public final class JitterBench {
  private final JitterPlan plan;
  private final Path robot;
  private final Consumer<String> told;

  /**
   * @param robot the file of arm2
   * @param told hears what the kernel refused to a loop
   */
  public JitterBench(JitterPlan plan, Path robot, Consumer<String> told) {
    this.plan = plan;
    this.robot = robot;
    this.told = told;
  }

  /**
   * Refuses what can't be had, before any time is spent.
   *
   * @throws IOException saying how to get it
   */
  public void prepare() throws IOException {
    if (plan.beside()) {
      Cyclictest.find();
    }
  }

  private record Half(JitterFound loop, @Nullable Histogram beside) {}

  /** Runs both halves. */
  public JitterRow run(Collector collector, boolean garbage)
      throws IOException, InterruptedException {
    Half one = half(collector, garbage, plan.first(), plan.second());
    Half two = half(collector, garbage, plan.second(), plan.first());
    JitterFound both = one.loop.and(two.loop);
    return new JitterRow(
        collector,
        both.garbage(),
        Lateness.of(both.lateness(), plan.periodNanos()),
        both.skipped(),
        both.bytesPerTick(),
        both.collections(),
        both.collecting(),
        beside(one.beside, two.beside));
  }

  private @Nullable Lateness beside(@Nullable Histogram one, @Nullable Histogram two) {
    if (one == null || two == null) {
      return null;
    }
    one.add(two);
    return Lateness.of(one, plan.periodNanos());
  }

  private Half half(Collector collector, boolean garbage, int cpu, int otherCpu)
      throws IOException, InterruptedException {
    Process load = start(collector, garbage, cpu);
    try (BufferedReader said = load.inputReader(StandardCharsets.UTF_8);
        OutputStream orders = load.getOutputStream()) {
      awaitReady(said);
      if (!plan.beside()) {
        begin(orders);
        return new Half(found(said), null);
      }
      try (Cyclictest other = new Cyclictest(plan, otherCpu)) {
        begin(orders);
        JitterFound found = found(said);
        return new Half(found, other.lateness());
      }
    } finally {
      load.destroyForcibly().waitFor();
    }
  }

  private Process start(Collector collector, boolean garbage, int cpu) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(collector.flag(), "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-Dolivo.home="))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(JitterLoad.class.getName());
    command.add(plan.tick().name());
    command.add(robot.toString());
    command.add(Double.toString(plan.rateHertz()));
    command.add(Double.toString(plan.halfSeconds()));
    command.add(Integer.toString(cpu));
    command.add(Integer.toString(plan.priority()));
    command.add(Integer.toString(garbage ? plan.garbageMegabytes() : 0));
    command.add(Integer.toString(plan.liveMegabytes()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** What it says before is what the kernel refused. */
  private void awaitReady(BufferedReader said) throws IOException {
    for (String line = line(said); !line.equals(JitterLoad.READY); line = line(said)) {
      told.accept(line);
    }
  }

  private static void begin(OutputStream orders) throws IOException {
    orders.write('\n');
    orders.flush();
  }

  /** The last thing it says. */
  private JitterFound found(BufferedReader said) throws IOException {
    String last = line(said);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      told.accept(last);
      last = line;
    }
    return JitterFound.read(last);
  }

  private static String line(BufferedReader said) throws IOException {
    String line = said.readLine();
    if (line == null) {
      throw new IOException("a loop of the bench ended before it was measured");
    }
    return line;
  }
}
