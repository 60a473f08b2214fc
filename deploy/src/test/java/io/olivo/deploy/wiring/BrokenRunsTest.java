package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.fault.FaultKind;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs of the arm in which something breaks. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenRunsTest {
  private static final Path ARM = Path.of("src/main/robots/arm2.yaml");
  private static final double SECONDS = 6;
  private static final double LOST = .5; // rad; the arm hangs where it likes

  @TempDir private Path folder;

  private static Rig run(RobotSpec spec, List<ScheduledFault> faults) throws InterruptedException {
    return new Rig(spec, Rule.OLIVO, 1, List.of(), faults, SECONDS).run(tick -> {});
  }

  private static ScheduledFault fault(FaultKind kind) {
    double amount = kind == FaultKind.CLOCK_STEP || kind == FaultKind.DELAY ? .01 : .05;
    double every = kind.isOccasional() ? .02 : 0;
    return ScheduledFault.of(kind, ScheduledFault.ALL, 4, .1).by(amount).every(every);
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultIsFeltAndTheRunGoesOnToItsEnd(FaultKind kind) throws InterruptedException {
    RobotSpec arm = RobotFile.read(ARM);
    Rig broken = run(arm, List.of(fault(kind)));
    Rig sound = run(arm, List.of());
    assertEquals(sound.errors().seconds(), broken.errors().seconds());
    assertEquals(sound.errors().rms(0, 4), broken.errors().rms(0, 4), "nothing before its begin");
    assertNotEquals(sound.errors().rms(4, SECONDS), broken.errors().rms(4, SECONDS));
    assertTrue(broken.errors().recent() < LOST, broken.errors().recent() + " rad");
  }

  @Test
  void faultsOfTheRobotFileActAsThoseBesideIt() throws Exception {
    RobotSpec arm = RobotFile.read(ARM);
    RobotSpec broken = with("faults: [ { kind: freeze, at: 4 s, for: 100 ms } ]");
    ScheduledFault frozen = ScheduledFault.of(FaultKind.FREEZE, ScheduledFault.ALL, 4, .1);
    assertEquals(
        run(arm, List.of(frozen)).errors().rms(0, SECONDS),
        run(broken, List.of()).errors().rms(0, SECONDS));
  }

  private RobotSpec with(String key) throws IOException {
    String text = Files.readString(ARM).replace("  plant: arm2", "  plant: arm2\n  " + key);
    return RobotFile.read(Files.writeString(folder.resolve("arm2.yaml"), text));
  }

  @Test
  void aClockThatFallsBackBeforeTimeZeroEndsNoRun() throws InterruptedException {
    ScheduledFault back =
        ScheduledFault.of(FaultKind.CLOCK_STEP, ScheduledFault.ALL, 4, 1).by(-3600);
    assertEquals(SECONDS, run(RobotFile.read(ARM), List.of(back)).errors().seconds(), .01, "s");
  }
}
