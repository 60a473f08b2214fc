package io.olivo.deploy.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.fault.FaultKind;
import io.olivo.deploy.hostile.Poison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromisesTest {
  private static final Path PAGE = Path.of("../docs/faults.md");

  /** To mend it: put in what the failure shows. */
  @Test
  void tablesInTheDocumentAreThoseOfTheCode() throws IOException {
    String page = Files.readString(PAGE);
    assertTrue(page.contains(PromisePage.text()), () -> "should hold:\n" + PromisePage.text());
  }

  @Test
  void everyKindOfFaultAndOfPoisonIsPromisedSomething() {
    Set<String> promised = new HashSet<>();
    Promises.usual().forEach(it -> promised.add(it.kind()));
    Stream<String> kinds = Arrays.stream(FaultKind.values()).map(PromisesTest::name);
    Stream<String> poisons = Arrays.stream(Poison.values()).map(it -> "learner-" + name(it));
    assertEquals(Set.copyOf(Stream.concat(kinds, poisons).toList()), promised);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm2", "cart1", "gaze2", "another"})
  void everyPlantIsPromisedTheSameFaults(String plant) {
    List<Promise> usual = Promises.usual();
    List<Promise> all = Promises.of(plant);
    assertEquals(
        usual.stream().map(Promise::fault).toList(), all.stream().map(Promise::fault).toList());
    for (Promise unusual : Promises.unusual(plant)) {
      assertTrue(all.contains(unusual), unusual.fault());
    }
  }

  @Test
  void whateverPausesOrStopsSaysWhy() {
    for (Promise promise : Promises.usual()) {
      boolean poisoned = promise.cause() instanceof Cause.Poisoned;
      if (promise.must() == Must.STOP || (promise.must() == Must.DEGRADE && !poisoned)) {
        assertFalse(promise.troubles().isEmpty(), promise.fault());
      }
      assertNotEquals("", promise.why());
    }
  }
}
