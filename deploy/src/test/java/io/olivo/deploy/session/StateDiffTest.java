package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateDiffTest {
  private static StateWriter state(double... weights) {
    StateWriter out = new StateWriter("test");
    out.put("weights.0", weights);
    out.put("bank.count", 1.0);
    return out;
  }

  private static List<StateDiff> between(StateWriter one, StateWriter other) {
    return StateDiff.between(new StateReader(one.bytes()), new StateReader(other.bytes()));
  }

  @Test
  void normAndLargestChangeAreThoseOfTheSection() {
    StateDiff weights = between(state(1, 2, 3), state(1, 5, -1)).getFirst();
    assertEquals("weights", weights.section());
    assertEquals(3, weights.values());
    assertEquals(5, weights.norm(), 1e-12); // of (0, 3, 4)
    assertEquals(4, weights.largest());
    assertEquals("weights.0", weights.where());
  }

  @Test
  void equalSectionsHaveNoDifference() {
    StateDiff bank = between(state(1), state(2)).getLast();
    assertEquals(0, bank.norm());
    assertEquals("", bank.where());
  }

  @Test
  void otherShapesAndMissingEntriesAreNamedAndNotCompared() {
    StateWriter more = state(1, 2);
    more.put("weights.1", 3.0);
    StateDiff weights = between(state(1), more).getFirst();
    assertEquals(0, weights.values());
    assertEquals(
        List.of("weights.0 has 1 and 2 values", "weights.1 is only in the second"),
        weights.shapes());
  }
}
