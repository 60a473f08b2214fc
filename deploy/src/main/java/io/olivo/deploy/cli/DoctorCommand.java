package io.olivo.deploy.cli;

import io.olivo.deploy.device.BoardBuses;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.EmulatedBuses;
import io.olivo.deploy.doctor.Check;
import io.olivo.deploy.doctor.Checks;
import io.olivo.deploy.doctor.DeviceChecks;
import io.olivo.deploy.doctor.Jitter;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.robot.Explain;
import io.olivo.deploy.robot.HardwareSpec;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at everything that a run needs; moves nothing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check a robot file and this machine; moves nothing. Each line says what to do.",
    footer = {
      "",
      "Examples:",
      "  olivo doctor robots/arm2.yaml",
      "  olivo doctor arm2 --jitter 60s     (measure timing longer than 10 s)",
      "  olivo doctor arm2-board --emulated",
      "  olivo doctor --explain"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final double ASKED_SECONDS = 2;

  @Parameters(
      paramLabel = "ROBOT",
      arity = "0..1",
      description =
          "Robot file, or the name of a ready one: arm2, arm2-board, balancer, cart1, gaze2, pantilt,"
              + " pendulum, so101.")
  private @Nullable Path robot;

  @Option(names = "--broker", paramLabel = "URI", description = "The MQTT broker to look for.")
  private @Nullable URI broker;

  @Option(
      names = "--explain",
      description = "Print every key of a robot file with its default and meaning.")
  private boolean explain;

  @Option(names = "--emulated", description = "Ask emulated devices instead of this computer's.")
  private boolean emulated;

  @Option(
      names = "--jitter",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "How long to measure how late ticks begin (default: 10s).")
  private double jitterSeconds = 10;

  @Option(
      names = "--no-devices",
      description = "Ask no device: another program has them at the moment.")
  private boolean noDevices;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    if (explain) {
      System.out.print(Explain.text());
      return ExitCode.OK;
    }
    if (robot == null) {
      throw Usage.error(
          command, "name a robot file, as in \"olivo doctor arm2\", or ask with --explain");
    }
    RobotSpec spec = RobotFile.read(RobotArgument.find(robot));
    build(spec);
    if (!(jitterSeconds > 0 && jitterSeconds < Double.POSITIVE_INFINITY)) {
      throw Usage.error(command, "--jitter must be a time above 0 s");
    }
    List<Check> checks = new ArrayList<>(checks(spec));
    checks.addAll(devices(spec));
    if (output.json()) {
      output.print(checks);
    } else {
      checks.forEach(System.out::println);
    }
    boolean failed = checks.stream().anyMatch(check -> check.level() == Check.Level.FAIL);
    return failed ? ExitCode.STOPPED_BY_SAFETY : ExitCode.OK;
  }

  /** Meanwhile a person at a terminal sees that it goes on. */
  private List<Check> checks(RobotSpec spec) throws InterruptedException {
    boolean watched = output.screen().terminal() && !output.quiet();
    ProgressLine line = new ProgressLine(output.screen(), System.err);
    Jitter jitter =
        new Jitter(
            jitterSeconds,
            share -> {
              if (watched) {
                line.show(System.nanoTime(), new Progress("timing", share, "", new double[0]));
              }
            });
    try {
      return Checks.of(spec, broker, jitter);
    } finally {
      line.clear();
    }
  }

  /** Those of this computer, or emulated ones; nothing where the file names none. */
  private List<Check> devices(RobotSpec spec) throws InterruptedException {
    HardwareSpec hardware = spec.hardware();
    if (hardware.devices().isEmpty() || noDevices) {
      return List.of();
    }
    Buses buses =
        emulated ? new EmulatedBuses(hardware.devices(), 0) : new BoardBuses(hardware.board());
    return new DeviceChecks(spec, ASKED_SECONDS).of(new Wiring(spec).actuatorChannels(), buses);
  }

  /** Formulas, plant and trajectory are only proven by putting them together. */
  private static void build(RobotSpec spec) {
    Wiring wiring = new Wiring(spec);
    Seeds seeds = Seeds.of(0);
    wiring.trajectory(seeds);
    wiring.learner(Rule.of(spec.learner()), seeds);
    if (spec.sim().isPresent() && Installation.hasSimulator()) {
      new SimWiring(wiring).robot(seeds, List.of());
    }
  }
}
