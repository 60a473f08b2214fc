package io.olivo.deploy.cli;

import io.olivo.deploy.demo.DemoPlan;
import io.olivo.deploy.demo.DemoReport;
import io.olivo.deploy.demo.MirroredRun;
import io.olivo.deploy.demo.Outcome;
import io.olivo.deploy.demo.Peers;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.report.HtmlReport;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.SimulatorProcess;
import io.olivo.sim.io.Change;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system without hardware: broker, simulator, controller, report. */
@DesktopOnly
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Watch a simulated arm learn, over MQTT, and meet a load it doesn't know.",
    footer = {
      "",
      "Examples:",
      "  olivo demo",
      "  olivo demo --headless --json --seed 7",
      "  olivo demo --broker tcp://localhost:1883 --report arm.html"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int ID_LENGTH = 6;

  @Spec private @Nullable CommandSpec command;
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private SeedOption drawn = new SeedOption();

  @Option(names = "--seconds", description = "Robot time, at least 60 (default: ${DEFAULT-VALUE}).")
  private double seconds = 100;

  @Option(names = "--headless", description = "No live view and no hint to open the report.")
  private boolean headless;

  @Option(
      names = "--broker",
      paramLabel = "URI",
      description = "An MQTT broker; default: an embedded one, on localhost only.")
  private @Nullable URI broker;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where the HTML report goes (default: ${DEFAULT-VALUE}).")
  private Path report = Path.of(".olivo", "demo.html");

  @Override
  public Integer call() throws Exception {
    long began = System.nanoTime();
    DemoPlan plan = plan();
    RobotSpec robot = RobotFile.read(RobotArgument.find(Path.of("arm2")));
    long seed = drawn.value();
    DemoScreen screen = new DemoScreen(output, headless, plan);
    screen.begin(seed);
    ExecutorService beside =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    Future<List<Outcome>> peers = beside.submit(new Peers(robot, plan, seed));
    try (Brokers brokers = Brokers.begin(broker, output)) {
      DemoResult result = run(robot, plan, seed, brokers.await(), screen, peers);
      HtmlReport.write(result.report(), report);
      screen.end(result, report, (System.nanoTime() - began) * 1e-9);
    }
    beside.shutdownNow();
    return ExitCode.OK;
  }

  private DemoPlan plan() {
    try {
      return new DemoPlan(seconds);
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private DemoResult run(
      RobotSpec robot,
      DemoPlan plan,
      long seed,
      URI uri,
      DemoScreen screen,
      Future<List<Outcome>> peers)
      throws Exception {
    String name = "demo-" + RobotLink.newSession().substring(0, ID_LENGTH);
    try (RobotLink link = new RobotLink(uri, name);
        SimulatorProcess simulator =
            SimulatorProcess.start(arguments(robot, plan, seed, uri, name))) {
      screen.connected(uri, simulator.handle().pid());
      MirroredRun run = new MirroredRun(robot, plan, seed, link);
      Outcome olivo = run.run(screen::show, new RunEvents(output, link), simulator::runs);
      screen.learned();
      List<Outcome> outcomes = new ArrayList<>(peers.get());
      outcomes.add(olivo);
      return new DemoResult(
          new DemoReport(plan, seed, outcomes, run.timing()), run.counters(), run.ticksPerSecond());
    }
  }

  private static List<String> arguments(
      RobotSpec robot, DemoPlan plan, long seed, URI uri, String name) {
    List<String> arguments = new ArrayList<>();
    arguments.add(robot.file().toAbsolutePath().toString());
    arguments.addAll(List.of("--broker", uri.toString(), "--seed", Long.toString(seed)));
    arguments.addAll(List.of("--as", name, "--quiet"));
    plan.changes().forEach(change -> arguments.add(written(change)));
    return arguments;
  }

  /** As one writes it on the command line. */
  private static String written(Change change) {
    String values =
        String.join(",", Arrays.stream(change.values()).mapToObj(Double::toString).toList());
    return "--set=%s=%s@%ss".formatted(change.parameter(), values, change.atSeconds());
  }
}
