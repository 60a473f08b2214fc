package io.olivo.deploy.doctor;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.StateFolder;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All checks of {@code olivo doctor}; most of its time goes into measuring jitter. */
public final class Checks {
  private static final int FIRST_SANE_YEAR = 2026;

  private Checks() {}

  /** The checks with the state where it is kept by default. */
  public static List<Check> of(RobotSpec robot, @Nullable URI broker, Jitter jitter)
      throws InterruptedException {
    return of(robot, broker, StateFolder.DEFAULT, jitter);
  }

  /**
   * Looks at everything once.
   *
   * @param robot read without problems
   * @param broker instead of the one in the robot file, if not null
   * @param stateFolder where the learned state is kept; need not exist
   * @param jitter how long timing is measured
   */
  public static List<Check> of(
      RobotSpec robot, @Nullable URI broker, Path stateFolder, Jitter jitter)
      throws InterruptedException {
    List<Check> quick =
        List.of(
            file(robot),
            runtime(),
            clock(Clock.systemUTC()),
            DiskCheck.of(stateFolder),
            BrokerCheck.of(
                robot.link(), broker != null ? broker : robot.link().broker().orElse(null)));
    return Stream.concat(quick.stream(), TimingCheck.of(robot, jitter).stream()).toList();
  }

  /**
   * What keeps a robot from being armed: the checks that take no time, those that fail. A run has
   * read its file and met its broker by then, and tells its own timing.
   *
   * @param stateFolder where the learned state is kept; need not exist
   */
  public static List<Check> againstArming(Path stateFolder) {
    return Stream.of(runtime(), clock(Clock.systemUTC()), DiskCheck.of(stateFolder))
        .filter(check -> check.level() == Check.Level.FAIL)
        .toList();
  }

  private static Check runtime() {
    return RuntimeCheck.of(
        Runtime.version().feature(), ManagementFactory.getRuntimeMXBean().getInputArguments());
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
