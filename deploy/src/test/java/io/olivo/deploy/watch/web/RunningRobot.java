package io.olivo.deploy.watch.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The simulated arm, run by the wall clock in a process of its own. */
final class RunningRobot implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  RunningRobot(URI broker, Path snapshots) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dolivo.home=" + System.getProperty("olivo.home", "src/main"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.olivo.deploy.cli.Olivo",
                "run",
                "arm2",
                "--pace",
                "wall",
                "--folder",
                snapshots.toString(),
                "--for",
                "120s",
                "--broker",
                broker.toString())
            .redirectErrorStream(true)
            .start();
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Waits until it says so; whether it did before its end. */
  boolean says(String text) throws IOException {
    String line = said.readLine();
    while (line != null && !line.contains(text)) {
      line = said.readLine();
    }
    return line != null;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
