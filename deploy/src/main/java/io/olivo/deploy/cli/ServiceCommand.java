package io.olivo.deploy.cli;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.service.DropIn;
import io.olivo.deploy.service.Placed;
import io.olivo.deploy.service.UdevRules;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What systemd and udev are to be told about one robot. */
@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    description = {
      "Print what systemd needs to know about a robot beyond olivo.service: its devices, groups and command.",
      "olivo push does this by itself; here it is for a board that was installed by hand or by a package."
    },
    footer = {
      "",
      "Examples:",
      "  olivo service arm2-board",
      "  olivo service arm2-board --udev",
      "  olivo service /etc/olivo/robot.yaml --release /usr/lib/olivo --file /etc/olivo/robot.yaml \\",
      "    | sudo tee /etc/systemd/system/olivo.service.d/robot.conf",
      "  then: sudo systemctl daemon-reload && sudo systemctl restart olivo"
    })
final class ServiceCommand implements Callable<Integer> {
  @Mixin private RobotArgument robot = new RobotArgument();

  @Option(
      names = "--release",
      paramLabel = "DIR",
      description = "Where Olivo is on the board (default: ${DEFAULT-VALUE}).")
  private String release = Placed.CURRENT;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where the robot file is on the board (default: below --release, in robot/).")
  private @Nullable String file;

  @Option(
      names = "--udev",
      description = "Print the rules for udev instead: /etc/udev/rules.d/" + UdevRules.FILE + ".")
  private boolean udev;

  @Override
  public Integer call() {
    RobotSpec spec = robot.read();
    System.out.print(udev ? UdevRules.text(spec) : new DropIn(spec, placed(spec)).text());
    return ExitCode.OK;
  }

  private Placed placed(RobotSpec spec) {
    String named = release + "/" + Placed.ROBOT + "/" + spec.file().getFileName();
    return new Placed(release, file == null ? named : file);
  }
}
