package io.olivo.actuators.servo.jserialcomm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.servo.Deadman;
import io.olivo.actuators.servo.GuardedLine;
import io.olivo.actuators.servo.ServoChain;
import io.olivo.sensors.bus.BusException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a process ends, the six servos that it had in its hand have no torque afterwards. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeadmanTest {
  private static Process robot(ServosOnATerminal servos, String end) throws IOException {
    Process robot =
        new ProcessBuilder(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ArmedRobot.class.getName(),
                servos.device(),
                end)
            .redirectErrorStream(true)
            .start();
    BufferedReader said = robot.inputReader();
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); !"armed".equals(line); line = said.readLine()) {
      if (line == null) {
        throw new AssertionError("it never had them: " + all);
      }
      all.append(line).append('\n');
    }
    return robot;
  }

  @Test
  void killedWithoutAWord() throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      Process robot = robot(servos, "never");
      servos.awaitTorque(6);
      robot.destroyForcibly();
      assertEquals(128 + 9, robot.waitFor());
      servos.awaitTorque(0);
    }
  }

  @Test
  void killedTogetherWithItsProcessGroup() throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      Process robot = robot(servos, "never");
      servos.awaitTorque(6);
      String group = "-" + robot.pid(); // it leads one, by setsid
      assertEquals(0, new ProcessBuilder("sh", "-c", "kill -9 " + group).start().waitFor());
      assertEquals(128 + 9, robot.waitFor());
      servos.awaitTorque(0);
    }
  }

  @Test
  void killedAfterEverybodyWasAskedToLeave() throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      Process robot = robot(servos, "never");
      servos.awaitTorque(6);
      robot.descendants().forEach(ProcessHandle::destroy); // as systemd does
      robot.destroyForcibly();
      servos.awaitTorque(0);
    }
  }

  @Test
  void terminated() throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      Process robot = robot(servos, "never");
      servos.awaitTorque(6);
      robot.destroy();
      assertEquals(128 + 15, robot.waitFor());
      servos.awaitTorque(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "halt", "throw", "close"})
  void endedByItself(String how) throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      Process robot = robot(servos, how);
      servos.awaitTorque(6);
      robot.getOutputStream().close();
      robot.waitFor();
      servos.awaitTorque(0);
    }
  }

  @Test
  void whoeverWatchesSaysSo() throws Exception {
    try (ServosOnATerminal servos = new ServosOnATerminal()) {
      Deadman deadman =
          Deadman.watch(servos.device(), ServoChain.torqueOff(ServosOnATerminal.robot()));
      assertTrue(deadman.watches());
      deadman.close();
      assertFalse(deadman.watches());
    }
  }

  @Test
  void whateverTheLastWordsAreTheyAreSaidByteForByteAndMoreThanOnce() throws Exception {
    byte[] words = new byte[256];
    for (int i = 0; i < words.length; i++) {
      words[i] = (byte) i;
    }
    try (PseudoTerminal terminal = new PseudoTerminal();
        GuardedLine line = JSerialCommLine.guarded(terminal.device(), 1_000_000, words)) {
      assertTrue(line.isGuarded());
      Thread closing = Thread.ofPlatform().start(line::close);
      ByteArrayOutputStream heard = new ByteArrayOutputStream();
      while (heard.size() < 4 * words.length) {
        heard.writeBytes(terminal.receive(100));
      }
      closing.join();
      assertArrayEquals(words, Arrays.copyOf(heard.toByteArray(), words.length));
      assertFalse(line.isGuarded());
    }
  }

  @Test
  void aDeviceThatIsNotThereHasNoDeadman() {
    BusException e =
        assertThrows(BusException.class, () -> Deadman.watch("/nowhere/tty", new byte[] {1}));
    assertTrue(e.getMessage().contains("/nowhere/tty"), e.getMessage());
  }
}
