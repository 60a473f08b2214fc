package io.olivo.deploy.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.controller.realtime.Shortfall;
import io.olivo.deploy.doctor.Check.Level;
import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private static final long MEGABYTE = 1_000_000;

  @TempDir Path folder;

  private static Jitter shortly() {
    return new Jitter(.1, share -> {});
  }

  @Test
  void everyCheckOfAReadyRobotIsThereOnceAndWhatIsNotWellHasARemedy() throws Exception {
    var robot = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));
    List<Check> checks = Checks.of(robot, null, folder, shortly());
    assertEquals(
        List.of("file", "java", "clock", "disk", "broker", "timing"),
        checks.stream().map(Check::name).toList());
    assertEquals(Level.OK, checks.get(0).level());
    checks.forEach(c -> assertEquals(c.level() == Level.OK, c.remedy().isEmpty(), c::toString));
  }

  @Test
  void aBoardThatWokeUpInThePastIsToldToSetItsClock() {
    var epoch = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    assertEquals(
        "warn clock   it says 1970-01-01, which is in the past;"
            + " set it: sudo timedatectl set-ntp true",
        Checks.clock(epoch).toString());
    var start = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    assertEquals(Level.OK, Checks.clock(start).level());
  }

  @Test
  void nothingIsInTheWayOfArmingUntilNothingCanBeSaved() throws IOException {
    assertEquals(List.of(), Checks.againstArming(folder.resolve("new")));
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(List.of("disk"), Checks.againstArming(file).stream().map(Check::name).toList());
  }

  @Test
  void anOldJdkFailsAndASlowFlagWarns() {
    assertEquals("fail java    this is JDK 21; install JDK 25", text(21));
    assertEquals(
        "warn java    JDK 25 with -Xint; remove that flag, it makes ticks late",
        text(25, "-Xmx1g", "-Xint"));
    assertEquals("ok   java    JDK 26, no flag that slows the loop", text(26, "-Xmx1g"));
  }

  private static String text(int feature, String... flags) {
    return RuntimeCheck.of(feature, List.of(flags)).toString();
  }

  @Test
  void aDiskBelow50MegabytesFailsAndBelow1000Warns() {
    assertEquals(Level.FAIL, DiskCheck.judge(folder, 50 * MEGABYTE - 1).level());
    assertEquals(Level.WARN, DiskCheck.judge(folder, 50 * MEGABYTE).level());
    assertEquals(Level.WARN, DiskCheck.judge(folder, 1000 * MEGABYTE - 1).level());
    assertEquals(Level.OK, DiskCheck.judge(folder, 1000 * MEGABYTE).level());
  }

  @Test
  void aStateFolderThatCannotBeMadeFailsAndNoneIsMadeByLooking() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(Level.FAIL, DiskCheck.of(file.resolve("state")).level());
    Path missing = folder.resolve("a/b/state");
    assertFalse(DiskCheck.of(missing).what().contains("can't write"));
    assertFalse(Files.exists(missing));
  }

  @Test
  void aLocalBrokerIsFoundAndItsAbsenceIsOnlyAWarning() throws IOException {
    URI uri;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      uri = URI.create("tcp://127.0.0.1:" + server.getLocalPort());
      assertEquals("ok   broker  something listens at " + uri, BrokerCheck.of(uri).toString());
    }
    assertEquals(
        "warn broker  nothing listens at 127.0.0.1:%d, the port is free; start a broker there,"
                .formatted(uri.getPort())
            + " or remove 'broker' from the robot file",
        BrokerCheck.of(uri).toString());
  }

  @Test
  void aRobotWithoutBrokerIsWellAndOneWithoutHostIsNot() {
    assertEquals(Level.OK, BrokerCheck.of(null).level());
    assertEquals(Level.FAIL, BrokerCheck.of(URI.create("localhost")).level());
  }

  private static Check timing(double p99Micros, double p999Micros) {
    Lateness found = new Lateness(5000, 0, 1, p99Micros, p999Micros, p999Micros);
    return TimingCheck.judge(found, 2_000_000, List.of("do this first"));
  }

  @Test
  void oneTickInAHundredLateByMoreThanHalfAPeriodIsAWarning() {
    assertEquals(Level.OK, timing(1000, 1000).level());
    Check late = timing(1001, 1001);
    assertEquals(Level.WARN, late.level());
    assertEquals("do this first; stop other programs; lower loop.rate", late.remedy());
  }

  @Test
  void oneTickInAThousandLateByMoreThanAPeriodIsAWarning() {
    assertEquals(Level.OK, timing(100, 2000).level());
    assertEquals(
        "warn timing  ticks of 2.00 ms begin: p50 1, p99 100, p99.9 2001, max 2001 us late, 0 of"
            + " 5000 periods missed; one in 1000 by more than a period; do this first; stop other"
            + " programs; lower loop.rate",
        timing(100, 2001).toString());
  }

  @Test
  void whatTheKernelRefusesIsAWarningWithItsRemedy() {
    assertEquals(
        "warn timing  no priority: EPERM; give it LimitRTPRIO=51",
        TimingCheck.check(new Shortfall("no priority", "EPERM", "give it LimitRTPRIO=51"))
            .toString());
  }

  /** Of arm2-board, which has devices, so that a run of it is on a board. */
  @Test
  void aRobotWithDevicesIsMeasuredWithThePriorityOfARunAndOneWithoutAsItsFileSays() {
    var board = RobotFile.read(Path.of("src/main/robots/arm2-board.yaml"));
    var simulated = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));
    assertEquals(RealtimeConfig.BOARD, TimingCheck.asked(board));
    assertEquals(RealtimeConfig.NONE, TimingCheck.asked(simulated));
  }

  @Test
  void jitterIsNotMeasuredForNoTime() {
    assertThrows(IllegalArgumentException.class, () -> new Jitter(0, share -> {}));
    assertThrows(IllegalArgumentException.class, () -> new Jitter(Double.NaN, share -> {}));
  }
}
