package io.olivo.deploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a recording costs: the same run in a process of its own, with and without, in turns. */
public final class RecordingBench {
  /**
   * One pair of runs.
   *
   * @param without a recording
   * @param with one
   */
  public record Pair(RecordingCost without, RecordingCost with) {}

  private final Path folder;
  private final Path arm;
  private final Path many;

  /**
   * @param folder empty
   * @param arm2 its robot file
   */
  public RecordingBench(Path folder, Path arm2) throws IOException {
    this.folder = folder;
    arm = arm2;
    many = folder.resolve("arm2.yaml");
    Files.writeString(many, ManyChannels.robot(Files.readString(arm2)));
  }

  /**
   * At the rate of the robot file.
   *
   * @param told of each pair
   */
  public List<Pair> pairs(int count, double seconds, Consumer<Pair> told)
      throws IOException, InterruptedException {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RecordingCost without = run(seconds, "wall", "-");
      Path file = folder.resolve("pair.mcap");
      RecordingCost with = run(seconds, "wall", file.toString());
      Files.delete(file);
      pairs.add(new Pair(without, with));
      told.accept(pairs.getLast());
    }
    return pairs;
  }

  /** A recording of so much robot time, made as fast as possible. */
  public Path file(double seconds) throws IOException, InterruptedException {
    Path file = folder.resolve("fast.mcap");
    Files.deleteIfExists(file);
    run(seconds, "fast", file.toString());
    return file;
  }

  private RecordingCost run(double seconds, String pace, String file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingLoad.class.getName(),
                arm.toString(),
                many.toString(),
                Double.toString(seconds),
                pace,
                file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      String line = said.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IOException("a run of the bench failed");
      }
      return RecordingCost.read(line);
    }
  }
}
