package io.olivo.deploy.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulator as a child process. It ends when its standard input closes, so it cannot outlive this
 * process, however that ends.
 */
public final class SimulatorProcess implements AutoCloseable {
  private final Process process;

  private SimulatorProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts {@code olivo sim} with the same Java and class path.
   *
   * @param arguments of the verb
   */
  public static SimulatorProcess start(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1"); // quick to start beside the controller
    command.addAll(inherited());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.olivo.deploy.cli.Olivo", "sim", "--until-stdin-closes"));
    command.addAll(arguments);
    try {
      return new SimulatorProcess(
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the simulator: " + e.getMessage(), e);
    }
  }

  private static List<String> inherited() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-Dolivo.home=") || flag.startsWith("--enable-native"))
        .toList();
  }

  /** Whether it still runs. */
  public boolean runs() {
    return process.isAlive();
  }

  /** Its process, to be watched or killed. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
