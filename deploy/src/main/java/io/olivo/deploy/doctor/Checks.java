package io.olivo.deploy.doctor;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.StateFolder;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All checks of {@code olivo doctor}; takes about a second, more when a broker doesn't answer. */
public final class Checks {
  private static final int FIRST_SANE_YEAR = 2026;

  private Checks() {}

  /** The checks with the state where it is kept by default. */
  public static List<Check> of(RobotSpec robot, @Nullable URI broker) {
    return of(robot, broker, StateFolder.DEFAULT);
  }

  /**
   * Looks at everything once.
   *
   * @param robot read without problems
   * @param broker instead of the one in the robot file, if not null
   * @param stateFolder where the learned state is kept; need not exist
   */
  public static List<Check> of(RobotSpec robot, @Nullable URI broker, Path stateFolder) {
    return List.of(
        file(robot),
        RuntimeCheck.of(
            Runtime.version().feature(), ManagementFactory.getRuntimeMXBean().getInputArguments()),
        clock(Clock.systemUTC()),
        DiskCheck.of(stateFolder),
        BrokerCheck.of(broker != null ? broker : robot.link().broker().orElse(null)),
        TimingCheck.measured(robot.loop().rateHertz()));
  }

  private static Check file(RobotSpec robot) {
    return Check.ok(
        "file",
        "%s: robot %s, %d sensors, %d derived channels, %d actuators, each with an envelope"
            .formatted(
                robot.file(),
                robot.name(),
                robot.sensors().size(),
                robot.derived().size(),
                robot.actuators().size()));
  }

  /** A board without a battery wakes up in the past; records and snapshots would be misdated. */
  static Check clock(Clock clock) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    return now.getYear() >= FIRST_SANE_YEAR
        ? Check.ok("clock", "it is " + now.toLocalDate())
        : Check.warn(
            "clock",
            "it says " + now.toLocalDate() + ", which is in the past",
            "set it: sudo timedatectl set-ntp true");
  }
}
