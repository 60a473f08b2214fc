package io.olivo.deploy.cli;

import static java.util.Objects.requireNonNull;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.mirror.MirrorMismatchException;
import io.olivo.controller.mirror.NoSimulatorException;
import io.olivo.deploy.broker.BrokerStartException;
import io.olivo.deploy.installation.DesktopOnlyException;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.session.LibraryLogs;
import io.olivo.deploy.session.Version;
import io.olivo.sensors.bus.BusException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line's entry. */
@Command(
    name = "olivo",
    mixinStandardHelpOptions = true,
    versionProvider = Olivo.OfJar.class,
    description = "A controller that keeps learning on the robot it drives.",
    synopsisSubcommandLabel = "COMMAND")
public final class Olivo {
  static final class OfJar implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"olivo " + Version.text()};
    }
  }

  /** In the order of the help. */
  private static final List<Class<?>> VERBS =
      List.of(
          DemoCommand.class,
          RunCommand.class,
          ReplayCommand.class,
          TellCommand.class,
          TrainCommand.class,
          SimCommand.class,
          WatchCommand.class,
          LearnCommand.class,
          SnapshotCommand.class,
          BenchCommand.class,
          DoctorCommand.class,
          PackCommand.class,
          PushCommand.class,
          ServiceCommand.class,
          CalibrateCommand.class);

  private static final long END_MILLIS = 1500;

  /** Runs a verb and ends the process; Ctrl-C leaves it a moment to save and to say so. */
  public static void main(String[] args) {
    LibraryLogs.silence();
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(done), "olivo-last-words"));
    int code = commandLine(Verbs.asked(VERBS, args)).execute(args);
    done.countDown();
    System.exit(code);
  }

  private static void await(CountDownLatch done) {
    try {
      done.await(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All verbs; a fault is one line for people and an exit code for scripts. */
  static CommandLine commandLine() {
    return commandLine(VERBS);
  }

  private static CommandLine commandLine(List<Class<?>> verbs) {
    CommandLine line = new CommandLine(new Olivo());
    line.getCommandSpec().usageMessage().footer(footer());
    Verbs.add(line, verbs);
    if (verbs.contains(BenchCommand.class)) {
      Verbs.add(requireNonNull(line.getSubcommands().get("bench")), BenchCommand.BENCHES);
    }
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command));
    return line;
  }

  private static String[] footer() {
    return new String[] {
      "",
      "Start with:  olivo " + (Installation.hasSimulator() ? "demo" : "doctor ROBOT"),
      "Exit codes:  0 ok, 1 internal, 2 usage, 3 wrong robot, state or CSV file,",
      "             4 stopped by safety, 5 no link"
    };
  }

  private static int explain(Exception fault, CommandLine command) {
    int code =
        switch (fault) {
          case DesktopOnlyException e -> ExitCode.USAGE;
          case RobotFileException e -> ExitCode.ROBOT_FILE;
          case MirrorMismatchException e -> ExitCode.ROBOT_FILE;
          case IllegalArgumentException e -> ExitCode.ROBOT_FILE;
          case NoBrokerException e -> ExitCode.NO_LINK;
          case NoSimulatorException e -> ExitCode.NO_LINK;
          case BrokerStartException e -> ExitCode.NO_LINK;
          case BusException e -> ExitCode.NO_LINK;
          case InterruptedException e -> ExitCode.STOPPED_BY_SAFETY;
          default -> ExitCode.INTERNAL;
        };
    String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    command.getErr().println(code == ExitCode.INTERNAL ? "olivo: " + fault : message);
    if (code == ExitCode.INTERNAL) {
      fault.printStackTrace(command.getErr());
    }
    return code;
  }
}
