package io.olivo.actuators.servo.jserialcomm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.servo.ServoChain;
import io.olivo.actuators.servo.ServoTiming;
import io.olivo.actuators.servo.emulated.ServoMishaps;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Readings;
import io.olivo.sensors.bus.SerialLine;
import io.olivo.sensors.bus.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class JSerialCommLineTest {
  private static final int TURNS = 500;
  private static final double MOST_BUS_SECONDS = 2.5e-3; // per turn, of the 4 ms there are

  /** Patient: the machine that tests may be busy. */
  private static final ServoTiming PATIENT = new ServoTiming(1_000_000, .1, false);

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void sixServosTakeLessThanTwoAndAHalfMillisecondsOfTheLinePerTurnThoughPacketsAreCorrupt()
      throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      SerialLine line = JSerialCommLine.open(servos.device(), ServosOnATerminal.BAUD);
      ServoChain chain =
          new ServoChain(
              line, ServosOnATerminal.robot(), PATIENT, .5, () -> true, System::nanoTime);
      Drive drive = new Drive(chain, 250, 5);
      BusPoller poller =
          new BusPoller("servos", line, List.of(drive), Tolerance.STANDARD, System::nanoTime);
      DrivenActuators actuators = actuators(drive);
      poller.start();
      command(actuators, .5);
      servos.awaitTorque(ServosOnATerminal.COUNT);
      servos.goWrong(new ServoMishaps(0, .01, 0, 0, 0, 0));
      long failures = drive.failures();
      long firstTurn = drive.transfers();
      double firstBusy = servos.busySeconds();
      long[] stamps = new long[ServosOnATerminal.COUNT];
      while (drive.transfers() < firstTurn + TURNS) {
        command(actuators, .5);
        Thread.sleep(10);
      }
      double busy = (servos.busySeconds() - firstBusy) / (drive.transfers() - firstTurn);
      for (int i = 0; i < stamps.length; i++) {
        stamps[i] = newest(chain, i).newest().stampNanos();
        assertEquals(.5, newest(chain, i).newest().value(0), .002, "servo " + i);
      }
      long turn = drive.transfers();
      while (drive.transfers() < turn + 20) {
        command(actuators, .5);
        Thread.sleep(10);
      }
      poller.close();
      for (int i = 0; i < stamps.length; i++) {
        assertTrue(newest(chain, i).newest().stampNanos() > stamps[i], "servo " + i + " is fresh");
      }
      assertEquals(failures, drive.failures(), drive.complaint());
      assertTrue(
          IntStream.range(0, stamps.length).mapToLong(chain::missed).sum() > 0,
          "some were corrupt");
      assertTrue(busy > 1e-3 && busy < MOST_BUS_SECONDS, busy + " s per turn");
      assertEquals(0, servos.withTorque());
    }
  }

  private static Readings newest(ServoChain chain, int servo) {
    Readings readings = chain.readings().get(servo);
    readings.newest().take();
    return readings;
  }

  private static DrivenActuators actuators(Drive drive) {
    return new DrivenActuators(
        IntStream.range(0, ServosOnATerminal.COUNT)
            .mapToObj(i -> new Target(new Channel("goal." + i, Unit.RADIAN, -3, 3), drive, i))
            .toList());
  }

  private static void command(DrivenActuators actuators, double goal) {
    double[] goals = new double[ServosOnATerminal.COUNT];
    Arrays.fill(goals, goal);
    actuators.write(goals, new double[goals.length], System.nanoTime());
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void bytesGoBothWaysAndWhatIsDiscardedIsGone() throws BusException {
    try (PseudoTerminal terminal = new PseudoTerminal();
        JSerialCommLine line = JSerialCommLine.open(terminal.device(), 1_000_000)) {
      byte[] all = new byte[256];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) i;
      }
      line.write(all, all.length);
      assertArrayEquals(all, terminal.receive(10_000), "every byte, with none of them special");
      terminal.send(all);
      byte[] heard = new byte[256];
      assertEquals(200, line.read(heard, 56, 200, 10_000_000_000L));
      assertEquals(0, heard[56]);
      assertEquals((byte) 199, heard[255]);
      line.discard();
      assertEquals(0, line.read(heard, 0, 1, 1_000_000));
    }
  }

  @Test
  void anAdapterThatIsNotThereIsLookedFor() {
    BusException e =
        assertThrows(BusException.class, () -> JSerialCommLine.open("/dev/ttyACM99", 1_000_000));
    assertTrue(e.getMessage().contains("is the adapter plugged in?"), e.getMessage());
  }

  @Test
  void whatIsNoSerialPortIsRefused() {
    BusException e =
        assertThrows(BusException.class, () -> JSerialCommLine.open("/dev/null", 1_000_000));
    assertTrue(e.getMessage().contains("/dev/null"), e.getMessage());
  }

  @Test
  void aPortThatMayNotBeUsedSaysWhichGroupItIsOf(@TempDir Path directory) throws IOException {
    Path device = Files.createFile(directory.resolve("ttyUSB0"));
    String group = Files.readAttributes(device, PosixFileAttributes.class).group().getName();
    String refusal = JSerialCommLine.refusal(device);
    assertTrue(refusal.contains("sudo usermod -aG " + group + " $USER"), refusal);
    assertTrue(JSerialCommLine.refusal(Path.of("/gone")).contains("dialout"));
  }
}
