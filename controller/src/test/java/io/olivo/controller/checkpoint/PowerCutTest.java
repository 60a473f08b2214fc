package io.olivo.controller.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** After a power cut at any moment there is the newest generation or the one before it. */
class PowerCutTest {
  private static final int MOST_OUTCOMES = 3000; // of one power cut

  /** A generation that says its number. */
  private static SnapshotStore.Content content(int values) {
    return lineage -> {
      StateWriter out = new StateWriter("test");
      double[] filling = out.room("weights", values);
      for (int i = 0; i < values; i++) {
        filling[i] = i + 1;
      }
      out.put("number", Long.parseLong(lineage.getOrDefault(Generation.NUMBER, "0")));
      return out.bytes(lineage, name -> "1");
    };
  }

  /** Publishes until the power goes off; how many were promised. */
  private static long publish(ModelFiles files, int keep, int generations, int values)
      throws IOException {
    SnapshotStore store = new SnapshotStore(files, keep);
    long promised = 0;
    try {
      for (int i = 0; i < generations; i++) {
        promised = store.publish(content(values)).number();
      }
    } catch (ModelFiles.PowerCut off) {
      return promised;
    }
    return promised;
  }

  /** Number of the newest; 0 for none. What is opened must say its own number. */
  private static long newest(ModelFiles files, int keep) throws IOException {
    Listing found = new SnapshotStore(files, keep).newest();
    if (found.newest().isEmpty()) {
      return 0;
    }
    Generation generation = found.newest().orElseThrow();
    assertEquals(generation.number(), generation.state().getLong("number"));
    return generation.number();
  }

  /** All outcomes of all moments; how many broke the promise. */
  private static int broken(int keep, int generations, int values, boolean sync, boolean folder)
      throws IOException {
    ModelFiles uncut = new ModelFiles();
    publish(uncut, keep, generations, values);
    int broken = 0;
    for (int moment = 0; moment <= uncut.operations(); moment++) {
      ModelFiles files = new ModelFiles();
      files.losesSync = !sync;
      files.losesFolderSync = !folder;
      files.cutAfter(moment);
      broken += brokenAfter(files, keep, publish(files, keep, generations, values));
    }
    return broken;
  }

  private static int brokenAfter(ModelFiles cut, int keep, long promised) throws IOException {
    int broken = 0;
    Choices choices = new Choices();
    int outcomes = 0;
    do {
      ModelFiles found = cut.afterPowerCut(choices);
      long newest = newest(found, keep);
      boolean goesOn = publish(found, keep, 1, 5) > newest && newest(found, keep) > newest;
      broken += (newest == promised || newest == promised + 1) && goesOn ? 0 : 1;
    } while (choices.more() && ++outcomes < MOST_OUTCOMES);
    return broken;
  }

  @Property(tries = 25)
  void newestPromisedGenerationOrTheOneAfterItIsThereAndItGoesOn(
      @ForAll @IntRange(min = 2, max = 4) int keep,
      @ForAll @IntRange(min = 1, max = 6) int generations,
      @ForAll @IntRange(min = 1, max = 20_000) int values)
      throws IOException {
    assertEquals(0, broken(keep, generations, values, true, true));
  }

  @Property(tries = 10)
  void alsoWhenThePowerGoesOffAgainWhileItGoesOn(
      @ForAll @IntRange(max = 20) int first, @ForAll @IntRange(max = 20) int second)
      throws IOException {
    ModelFiles files = new ModelFiles();
    files.cutAfter(first);
    long promised = publish(files, 2, 3, 10);
    Choices choices = new Choices();
    do {
      ModelFiles again = files.afterPowerCut(choices);
      long found = newest(again, 2);
      assertTrue(found >= promised, "lost what was promised");
      again.cutAfter(second);
      assertEquals(0, brokenAfter(again, 2, Math.max(found, publish(again, 2, 2, 10))));
    } while (choices.more());
  }

  @Test
  void theModelWouldSeeThatAFileIsNotSynced() throws IOException {
    assertTrue(broken(2, 3, 10, false, true) > 0);
  }

  @Test
  void theModelWouldSeeThatTheFolderIsNotSynced() throws IOException {
    assertTrue(broken(2, 3, 10, true, false) > 0);
  }
}
