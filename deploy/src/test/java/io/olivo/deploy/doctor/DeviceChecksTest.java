package io.olivo.deploy.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.device.BoardBuses;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.EmulatedBuses;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import io.olivo.sensors.chip.emulated.Physical;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceChecksTest {
  private static final RobotSpec ARM = RobotFile.read(Path.of("src/main/robots/arm2-board.yaml"));
  private static final double SECONDS = .5;

  private final EmulatedBuses buses = new EmulatedBuses(ARM.hardware().devices(), 3);

  private static List<Check> look(Buses where) throws InterruptedException {
    return new DeviceChecks(ARM, SECONDS).of(new Wiring(ARM).actuatorChannels(), where);
  }

  private static Check find(List<Check> checks, String text) {
    return checks.stream()
        .filter(check -> check.what().contains(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not in " + checks));
  }

  @Test
  void whoAnswersIsOkWithItsRateItsAgeAndTheLoadOfItsBus() throws InterruptedException {
    List<Check> checks = look(buses);
    assertEquals(Check.Level.OK, find(checks, "shoulder_encoder, as5600 at 0x36").level());
    assertEquals(Check.Level.OK, find(checks, "board, pca9685 at 0x40").level());
    String angle = find(checks, "shoulder.angle is 0.000 rad").what();
    assertTrue(angle.matches(".*, \\d+\\.\\d ms old"), angle);
    find(checks, "i2c-3 is busy");
  }

  @Test
  void aChipThatIsNotThereIsAFailureThatSaysWhere() throws InterruptedException {
    buses.i2c("i2c-3").remove(0x36);
    List<Check> checks = look(buses);
    Check missing = find(checks, "elbow_encoder, as5600 at 0x36");
    assertEquals(Check.Level.FAIL, missing.level());
    assertTrue(missing.what().contains("nobody answers at 0x36"), missing.what());
    assertEquals("check its wires, supply and address", missing.remedy());
    assertEquals(Check.Level.FAIL, find(checks, "elbow.angle was never read").level());
  }

  @Test
  void aPartThatTheFileDoesNotNameIsFound() throws InterruptedException {
    buses.i2c("i2c-1").with(0x68, new EmulatedMpu6050(new Physical() {}));
    Check stranger = find(look(buses), "i2c-1: somebody answers at 0x68");
    assertEquals(Check.Level.WARN, stranger.level());
    assertTrue(stranger.what().endsWith("a mpu6050 perhaps"), stranger.what());
  }

  @Test
  void aNoisyBusIsAWarning() throws InterruptedException {
    buses.goWrong(new Mishaps(.6, 0, 0, 0));
    Check noisy = find(look(buses), "elbow_encoder, as5600 at 0x36");
    assertEquals(Check.Level.WARN, noisy.level());
    assertTrue(noisy.what().endsWith("last: nobody answers at 0x36"), noisy.what());
  }

  @Test
  void onAComputerWithoutTheBusItSaysWhichAndHowToGetIt() throws InterruptedException {
    List<Check> checks = look(new BoardBuses(ARM.hardware().board()));
    assertEquals(Check.Level.FAIL, checks.getFirst().level());
    assertTrue(
        checks.getFirst().what().startsWith("/dev/i2c-1 is not there: dtparam=i2c_arm=on"),
        checks.toString());
  }
}
