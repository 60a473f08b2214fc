package io.olivo.deploy.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void everyCheckOfAReadyRobotIsThereOnceAndWhatIsNotWellHasARemedy() {
    var robot = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));
    List<Check> checks = Checks.of(robot, null, folder);
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

  @Test
  void ticksLateByMoreThanHalfAPeriodAreAWarning() {
    assertEquals(Level.OK, TimingCheck.judge(1_000_000, 2_000_000).level());
    Check late = TimingCheck.judge(1_000_001, 2_000_000);
    assertEquals(Level.WARN, late.level());
    assertTrue(late.remedy().startsWith("lower loop.rate"), late::remedy);
  }

  @Test
  void oneLateTickInAHundredIsForgivenButNotTwo() {
    long[] late = new long[100];
    late[7] = 9;
    assertEquals(0, TimingCheck.p99(late));
    late[8] = 9;
    assertEquals(9, TimingCheck.p99(late));
  }
}
