package io.olivo.deploy.cli;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.mirror.MirrorMismatchException;
import io.olivo.controller.mirror.NoSimulatorException;
import io.olivo.deploy.broker.BrokerStartException;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.session.LibraryLogs;
import io.olivo.deploy.session.Version;
import io.olivo.sensors.bus.BusException;
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
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
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
      CalibrateCommand.class,
      PushCommand.class,
      ServiceCommand.class
    },
    footer = {
      "",
      "Start with:  olivo demo",
      "Exit codes:  0 ok, 1 internal, 2 usage, 3 wrong robot, state or CSV file,",
      "             4 stopped by safety, 5 no link"
    })
public final class Olivo {
  static final class OfJar implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"olivo " + Version.text()};
    }
  }

  private static final long END_MILLIS = 1500;

  /** Runs a verb and ends the process; Ctrl-C leaves it a moment to save and to say so. */
  public static void main(String[] args) {
    LibraryLogs.silenceMqtt();
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(done), "olivo-last-words"));
    int code = commandLine().execute(args);
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
    CommandLine line = new CommandLine(new Olivo());
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command));
    return line;
  }

  private static int explain(Exception fault, CommandLine command) {
    int code =
        switch (fault) {
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
