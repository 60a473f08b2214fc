package io.olivo.deploy.cli;

import io.olivo.deploy.calibrate.Calibrator;
import io.olivo.deploy.calibrate.DeviceReadings;
import io.olivo.deploy.device.BoardBuses;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.EmulatedBuses;
import io.olivo.deploy.robot.Calibration;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the person, here and nowhere else. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Find zero and direction of a robot's joints, and what gyroscopes say at rest.",
      "Asks you to move the robot by hand; drives no motor. The result lies beside",
      "the robot file, as NAME.calibration, and wins over it."
    },
    footer = {"", "Examples:", "  olivo calibrate my-arm.yaml"})
final class CalibrateCommand implements Callable<Integer> {
  private static final double MEAN_SECONDS = 1;

  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Option(names = "--emulated", description = "Ask emulated devices instead of this computer's.")
  private boolean emulated;

  @Override
  public Integer call() throws Exception {
    RobotSpec spec = robot.read();
    if (spec.hardware().devices().isEmpty()) {
      throw Usage.error(
          command, spec.file() + " names no devices, so there is nothing to find out");
    }
    try (Buses buses = buses(spec);
        DeviceReadings readings =
            new DeviceReadings(spec, new Wiring(spec).actuatorChannels(), buses, MEAN_SECONDS)) {
      Calibration found = new Calibrator(spec, readings, new TypingPerson(output)).run();
      keep(spec, found);
    }
    return ExitCode.OK;
  }

  private Buses buses(RobotSpec spec) {
    return emulated
        ? new EmulatedBuses(spec.hardware().devices(), 0)
        : new BoardBuses(spec.hardware().board());
  }

  private void keep(RobotSpec spec, Calibration found) throws IOException {
    Path file = Calibration.beside(spec.file());
    if (found.found().isEmpty()) {
      output.note("nothing was found out; " + file + " stays as it is");
      return;
    }
    found.write(file, spec, LocalDate.now(ZoneId.systemDefault()));
    output.note("wrote " + file);
    if (output.json()) {
      output.print(found.found());
    }
  }
}
