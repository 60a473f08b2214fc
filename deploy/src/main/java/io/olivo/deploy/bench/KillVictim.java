package io.olivo.deploy.bench;

import io.olivo.controller.checkpoint.DiskFiles;
import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.learning.snapshot.StateWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A process that publishes one generation and says at which step it is, to be killed there. It ends
 * when its standard input closes, so it cannot outlive the bench.
 */
public final class KillVictim {
  /** As few as a store takes, so that something is deleted each time. */
  static final int KEEP = 2;

  /** Pieces that the file is written in. */
  static final int PIECES = 4;

  /** The step after the last one. */
  static final String PUBLISHED = "published";

  private static final int VALUES = PIECES * 8192 - 1000; // of 8 bytes

  private final String step;
  private final boolean waits;
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  private KillVictim(String step, boolean waits) {
    this.step = step;
    this.waits = waits;
  }

  /** Arguments: the folder, the step to announce, "wait" or "go" on after saying so. */
  public static void main(String[] args) throws IOException {
    KillVictim victim = new KillVictim(args[1], args[2].equals("wait"));
    AnnouncedFiles files = new AnnouncedFiles(new DiskFiles(Path.of(args[0])), victim::reach);
    new SnapshotStore(files, KEEP).publish(KillVictim::content);
    victim.reach(PUBLISHED);
  }

  private void reach(String reached) throws IOException {
    if (reached.equals(step)) {
      out.write((reached + "\n").getBytes(StandardCharsets.UTF_8));
      if (waits) {
        System.in.read();
      }
    }
  }

  /** All values are the number of the generation. */
  static byte[] content(Map<String, String> lineage) {
    double number = Double.parseDouble(lineage.getOrDefault(Generation.NUMBER, "0"));
    StateWriter out = new StateWriter("bench");
    Arrays.fill(out.room("values", VALUES), number);
    return out.bytes(lineage, name -> "1");
  }

  /** Whether a generation holds what was published under its number. */
  static boolean isWhole(Generation generation) {
    double[] values = generation.state().values("values");
    return values.length == VALUES
        && Arrays.stream(values).allMatch(value -> value == generation.number());
  }
}
