package io.olivo.deploy.cli;

import io.olivo.deploy.pack.Architecture;
import io.olivo.deploy.pack.Packer;
import io.olivo.deploy.push.Connection;
import io.olivo.deploy.push.Host;
import io.olivo.deploy.push.NoConnectionException;
import io.olivo.deploy.push.Push;
import io.olivo.deploy.push.PushException;
import io.olivo.deploy.push.PushOptions;
import io.olivo.deploy.push.PushResult;
import io.olivo.deploy.push.SshConnection;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

/** From here to a board. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    description = {
      "Install Olivo with a robot file on a board over ssh, beside the version that runs there; examine it,",
      "switch to it, and go back by itself when it is not healthy. The robot stays disarmed; arm it with olivo tell.",
      "On the board: Linux with glibc and systemd, 64 bits, root by sudo without a password. Java is not needed."
    },
    footer = {
      "",
      "Examples:",
      "  olivo push robots/arm2-board.yaml pi@robot",
      "  olivo push arm2-board pi@robot:2222 --dry-run    (what it would do)",
      "  olivo push arm2-board pi@robot --undo            (back to the version before)",
      "  olivo push arm2-board pi@robot --release DIR     (a release that olivo pack made)",
      "What it does there, what it leaves, and what to do when it fails: docs/push.md"
    })
final class PushCommand implements Callable<Integer> {
  @Mixin private RobotArgument robot = new RobotArgument();

  @Parameters(
      paramLabel = "HOST",
      index = "1",
      description = "The board, as [user@]host[:port], or a name of your ssh configuration.")
  private String host = "";

  @Option(
      names = "--release",
      paramLabel = "DIR",
      description =
          "The release to install, a folder made by olivo pack; default: one packed now from this build.")
  private @Nullable Path release;

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "Private key for ssh (default: as ssh does without it).")
  private @Nullable Path identity;

  @Option(
      names = "--ssh-option",
      paramLabel = "KEY=VALUE",
      description = "For ssh, as in its configuration file; may be given several times.")
  private List<String> sshOptions = new ArrayList<>();

  @Option(names = "--undo", description = "Go back to the version before; again: forth.")
  private boolean undo;

  @Option(names = "--dry-run", description = "Look and say what would be done; change nothing.")
  private boolean dryRun;

  @Option(names = "--no-cache", description = "Leave out what makes the start fast there.")
  private boolean noCache;

  @Option(names = "--stop-armed", description = "Stop the controller although its robot is armed.")
  private boolean stopArmed;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description =
          "Old releases that stay there beside the two newest (default: ${DEFAULT-VALUE}).")
  private int keep = 3;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "Until it must be ready there (default: 60s).")
  private double waitSeconds = 60;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    RobotSpec spec = robot.read();
    Host board = board();
    PushProgress progress = new PushProgress(output);
    try (Connection connection = SshConnection.open(board, identity, sshOptions)) {
      Push push = Push.over(connection, options(), progress);
      tell(spec, undo ? push.undo(who()) : push.push(spec, this::release, who()));
      return ExitCode.OK;
    } catch (NoConnectionException e) {
      return failed(ExitCode.NO_LINK, String.valueOf(e.getMessage()));
    } catch (PushException e) {
      e.details().forEach(line -> complain("  " + line));
      return failed(ExitCode.STOPPED_BY_SAFETY, String.valueOf(e.getMessage()));
    }
  }

  private Path release(String processor) throws PushException, InterruptedException {
    if (release != null) {
      return release;
    }
    try {
      return Packer.ofThisBuild().telling(output::note).pack(Architecture.of(processor));
    } catch (IOException e) {
      throw new PushException("no release could be packed: %s".formatted(e.getMessage()));
    }
  }

  private Host board() {
    try {
      return Host.parse(host);
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private PushOptions options() {
    return new PushOptions(
        (int) Math.ceil(waitSeconds),
        PushOptions.STEADY_SECONDS,
        keep,
        stopArmed,
        !noCache,
        dryRun);
  }

  /** For others who want to push at the same time. */
  private static String who() {
    String user = System.getProperty("user.name", "somebody");
    try {
      return user + "@" + InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return user;
    }
  }

  private void tell(RobotSpec spec, PushResult result) {
    if (output.json()) {
      output.print(result);
    }
    if (result.outcome().equals("pushed")) {
      output.note("arm it with: olivo tell %s arm".formatted(spec.name()));
      output.note("back with:   olivo push %s %s --undo".formatted(spec.file(), host));
    }
  }

  private int failed(int code, String message) {
    complain(message);
    return code;
  }

  private void complain(String text) {
    if (command != null) {
      command.commandLine().getErr().println(text);
    }
  }
}
