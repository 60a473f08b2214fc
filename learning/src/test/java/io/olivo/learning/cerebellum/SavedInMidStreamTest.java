package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved learner goes on in another process as if nothing had been. */
class SavedInMidStreamTest {
  private static final int TICKS = 15_000; // 30 s, another force from half of it on
  private static RecordedStream stream;

  @TempDir private Path folder;

  @BeforeAll
  static void record() {
    stream = RecordedStream.of(Disturbed.measuring(1), TICKS);
  }

  /** While measuring, just before and after a refused sample, after another force came. */
  @ParameterizedTest
  @ValueSource(ints = {450, 997, 998, 9001})
  void anotherProcessGoesOnBitForBit(int saveAt) throws Exception {
    Learner uninterrupted = Disturbed.measuring(1);
    stream.feed(uninterrupted, 0, saveAt);
    Path saved = folder.resolve("learner.state");
    StateFile.write(saved, saved(uninterrupted).bytes());
    Path goneOn = goOnElsewhere(saved, saveAt);
    double[] outputs = stream.feed(uninterrupted, saveAt, TICKS);
    StateWriter expected = saved(uninterrupted);
    expected.put("outputs", outputs);
    assertArrayEquals(expected.bytes(), StateFile.read(goneOn));
  }

  private Path goOnElsewhere(Path saved, int from) throws IOException, InterruptedException {
    Path recorded = folder.resolve("stream");
    stream.write(recorded);
    Path outputs = folder.resolve("outputs");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            RecordedStream.class.getName(),
            recorded.toString(),
            saved.toString(),
            Integer.toString(from),
            outputs.toString());
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    return outputs;
  }

  @Test
  void stateOfBeforeTheLastSampleWasSavedIsStillTaken() {
    Learner old = Disturbed.informed(1);
    stream.feed(old, 0, 5000);
    StateWriter now = saved(old);
    Learner taken = Disturbed.informed(1);
    taken.load(OldState.without(now, "code.products", "code.granules"));
    double[] expected = stream.feed(old, 5000, 5100);
    assertArrayEquals(expected, stream.feed(taken, 5000, 5100), 0);
  }

  private static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("cerebellum");
    learner.save(out);
    return out;
  }
}
