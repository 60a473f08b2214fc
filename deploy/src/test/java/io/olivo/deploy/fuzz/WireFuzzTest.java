package io.olivo.deploy.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The short form of olivo bench fuzz. */
class WireFuzzTest {
  private static final int INPUTS = 10_000;

  @Property(tries = 3)
  void mutatedMessagesThrowNothingAndChangeNothing(@ForAll long seed) throws Exception {
    Path folder = Files.createTempDirectory("olivo-fuzz");
    Path arm = Path.of("src/main/robots/arm2.yaml");
    WireFuzz.Seen seen = new WireFuzz(RobotFile.read(arm), folder, seed).run(INPUTS, done -> {});
    delete(folder);
    assertEquals(0, seen.handlerExceptions() + seen.escaped());
    assertEquals(0, seen.wronglyAdmitted());
    assertEquals(0, seen.deadThreads());
    for (Found found : seen.found()) {
      assertEquals(0, found.wrong(), found.toString());
      assertTrue(found.effects() > 0, "else nothing was tried: " + found);
    }
    assertEquals(0, seen.unexplainedChanges());
    assertTrue(seen.admitted() > 10, "else nothing was tried: " + seen);
    assertTrue(seen.refused() > INPUTS / 8, seen.toString());
    assertTrue(seen.loopChanges() > 0, seen.toString());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
