package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a process ends, short of being killed, the last command on the wire is the safe one. */
class EndingTest {
  private static final Path ARM = Path.of("src/main/robots/arm2.yaml");
  private static final int ACTUATORS = 2;

  @TempDir private Path folder;

  private Path wire;

  private Process start(String way) throws IOException {
    return start(way, ARM);
  }

  private Process start(String way, Path robot) throws IOException {
    wire = Files.write(folder.resolve("wire"), new byte[8 * (1 + ACTUATORS)]);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx96m",
            "-cp",
            System.getProperty("java.class.path"),
            EndingProcess.class.getName(),
            robot.toString(),
            wire.toString(),
            way)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** How many commands there were, then the last one. */
  private double[] lastOnTheWire() throws IOException {
    double[] values = new double[1 + ACTUATORS];
    ByteBuffer.wrap(Files.readAllBytes(wire)).asDoubleBuffer().get(values);
    return values;
  }

  private void awaitCommands(double count) throws Exception {
    for (int i = 0; i < 3000 && lastOnTheWire()[0] < count; i++) {
      Thread.sleep(10);
    }
    assertTrue(lastOnTheWire()[0] >= count, "waited 30 s for " + count + " commands");
  }

  private void assertSafe() throws IOException {
    double[] last = lastOnTheWire();
    assertTrue(last[0] > 100, "it ran: " + last[0] + " commands");
    assertEquals(0, last[1], "shoulder");
    assertEquals(0, last[2], "elbow");
  }

  private static void awaitRunning(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertEquals("running", said.readLine());
  }

  /** By the shell's own word: a system as small as can be has no program of that name. */
  private static void signal(Process process, String name) throws Exception {
    List<String> kill = List.of("sh", "-c", "kill -%s %d".formatted(name, process.pid()));
    assertEquals(0, new ProcessBuilder(kill).start().waitFor());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void signalsEndWithTheSafeCommand(String signal) throws Exception {
    Process process = start("never");
    awaitRunning(process);
    awaitCommands(150);
    signal(process, signal);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertSafe();
  }

  @Test
  void slowWayToTheSafeCommandIsGoneToItsEnd() throws Exception {
    String text = Files.readString(ARM);
    assertTrue(text.contains("within: 20 ms"));
    Path slow = folder.resolve("slow.yaml");
    Files.writeString(slow, text.replace("within: 20 ms", "within: 2500 ms"));
    Process process = start("never", slow);
    awaitRunning(process);
    awaitCommands(150);
    signal(process, "TERM");
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertSafe();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exit", "main-throws", "main-out-of-memory", "loop-throws", "loop-out-of-memory"})
  void exitsAndErrorsEndWithTheSafeCommand(String way) throws Exception {
    Process process = start(way);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertSafe();
  }

  @ParameterizedTest
  @ValueSource(strings = "loop-hangs")
  void hangingLoopGetsTheSafeCommandFromTheSupervisorWhileItHangs(String way) throws Exception {
    Process process = start(way);
    awaitRunning(process);
    awaitCommands(155); // five more than the loop itself wrote
    assertTrue(process.isAlive());
    assertSafe();
    process.destroyForcibly();
  }
}
