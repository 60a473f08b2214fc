package io.olivo.deploy.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code olivo run} by the wall clock as a child process, given orders through a pipe. */
final class RobotChild implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final OutputStream orders;
  private final CompletableFuture<byte[]> output = new CompletableFuture<>();

  private RobotChild(Process process) {
    this.process = process;
    orders = process.getOutputStream();
    Thread.ofPlatform().daemon().name("olivo-robot-output").start(() -> output.complete(read()));
  }

  /** Starts it with the same Java, class path and heap as ./olivo gives. */
  static RobotChild start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-Dolivo.home=") || flag.startsWith("--enable-native"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.olivo.deploy.cli.Olivo", "run", "--json", "--quiet", "--orders"));
    command.addAll(List.of("--pace", "wall"));
    command.addAll(arguments);
    return new RobotChild(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  private byte[] read() {
    try {
      return process.getInputStream().readAllBytes();
    } catch (IOException e) {
      return new byte[0];
    }
  }

  boolean runs() {
    return process.isAlive();
  }

  /** Gives an order, unless it has ended. */
  void order(String word) {
    try {
      orders.write((word + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush();
    } catch (IOException ended) {
      // its last order has been given
    }
  }

  /**
   * What it printed at its end.
   *
   * @throws IOException when that is no result
   */
  JsonNode result() throws IOException, InterruptedException {
    int code = process.waitFor();
    try {
      return JSON.readTree(output.join());
    } catch (RuntimeException e) {
      throw new IOException("the robot ended with exit code %d and no result".formatted(code), e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
