package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens to a file on its way, the answer is a robot or a list of lines. */
class MutatedRobotFileTest {
  private static final String SOUND = sound();

  private static String sound() {
    try {
      return Files.readString(Path.of("src/main/robots/arm2.yaml"));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Property(tries = 500)
  void aDroppedLineIsNoSurprise(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 60) Integer> at) {
    List<String> lines = new ArrayList<>(SOUND.lines().toList());
    at.forEach(line -> lines.remove(line % lines.size()));
    readOrRefuse(String.join("\n", lines));
  }

  @Property(tries = 1000)
  void aChangedCharacterIsNoSurprise(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 5000) Integer> at,
      @ForAll
          @Chars({'x', '0', '-', ':', ',', '{', '}', '[', ']', '"', '\'', '#', '&', '*', '!', '\t'})
          char to) {
    StringBuilder text = new StringBuilder(SOUND);
    at.forEach(index -> text.setCharAt(index % text.length(), to));
    readOrRefuse(text.toString());
  }

  @Property(tries = 500)
  void anyCharacterAnywhereIsNoSurprise(@ForAll @IntRange(max = 5000) int at, @ForAll char to) {
    StringBuilder text = new StringBuilder(SOUND);
    text.insert(at % text.length(), to);
    readOrRefuse(text.toString());
  }

  @Property(tries = 300)
  void anyTextIsNoSurprise(@ForAll String text) {
    readOrRefuse(text);
  }

  private static void readOrRefuse(String text) {
    try {
      new RobotText(text).read();
    } catch (RobotFileException refused) {
      assertFalse(refused.problems().isEmpty());
      for (Problem problem : refused.problems()) {
        assertFalse(problem.message().isBlank());
        assertTrue(problem.toString().lines().count() == 1, problem::toString);
      }
    }
  }
}
