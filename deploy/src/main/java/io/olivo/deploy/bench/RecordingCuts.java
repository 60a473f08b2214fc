package io.olivo.deploy.bench;

import io.olivo.controller.replay.RecordedRun;
import io.olivo.learning.Chance;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recording that is cut at random bytes, as a power cut does it, and opened.
 *
 * @param cuts how many
 * @param inHead of them before the first beat, where there is nothing to replay
 * @param opened of them that gave every beat up to the cut but those of the last, unfinished chunk
 * @param mostLost the most beats that such a chunk held
 */
public record RecordingCuts(int cuts, int inHead, int opened, long mostLost) {
  private static final long SEED = 1000;

  /** Cuts a copy shorter and shorter. */
  public static RecordingCuts of(Path file, int cuts) throws IOException {
    long size = Files.size(file);
    Chance chance = new Chance(SEED);
    List<Long> lengths =
        IntStream.range(0, cuts)
            .mapToObj(i -> 1 + Math.floorMod(chance.bits(), size - 1))
            .sorted(Comparator.reverseOrder())
            .toList();
    Path copy = file.resolveSibling("cut.mcap");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    long total = beats(copy);
    int inHead = 0;
    int opened = 0;
    long mostLost = 0;
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      for (long length : lengths) {
        channel.truncate(length);
        long beats = beats(copy);
        long lost = Math.round((double) total * length / size) - beats;
        inHead += beats == 0 ? 1 : 0;
        opened += beats > 0 ? 1 : 0;
        mostLost = beats == 0 ? mostLost : Math.max(mostLost, lost);
      }
    }
    Files.delete(copy);
    return new RecordingCuts(cuts, inHead, opened, mostLost);
  }

  /** How many beats there are up to the cut; 0 when it is in the head. */
  private static long beats(Path file) throws IOException {
    try (RecordedRun run = new RecordedRun(List.of(file))) {
      long beats = 0;
      while (run.next() != null) {
        beats++;
      }
      return beats;
    } catch (IllegalArgumentException inTheHead) {
      return 0;
    }
  }
}
