package io.olivo.deploy.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board's jars are picked by name out of those of a desktop. */
class BoardJarsTest {
  @TempDir private Path lib;

  @BeforeEach
  void fill() throws IOException {
    for (String name : BoardJars.names()) {
      Files.createFile(lib.resolve(name + "1.jar"));
    }
  }

  @Test
  void whatIsNotNamedStaysBehind() throws IOException {
    for (String other : List.of("olivo-sim-1.jar", "jackson-core-2.18.3.jar", "netty-4.jar")) {
      Files.createFile(lib.resolve(other));
    }
    List<String> expected = BoardJars.names().stream().map(name -> name + "1.jar").toList();
    assertEquals(
        expected, BoardJars.in(lib).stream().map(jar -> jar.getFileName().toString()).toList());
  }

  @Test
  void aJarThatIsMissingIsNamed() throws IOException {
    Files.delete(lib.resolve("picocli-1.jar"));
    IOException missing = assertThrows(IOException.class, () -> BoardJars.in(lib));
    assertTrue(missing.getMessage().contains("one picocli-*.jar, there are 0"), missing::toString);
  }

  @Test
  void twoVersionsOfAJarAreRefused() throws IOException {
    Files.createFile(lib.resolve("picocli-2.jar"));
    IOException twice = assertThrows(IOException.class, () -> BoardJars.in(lib));
    assertTrue(twice.getMessage().contains("one picocli-*.jar, there are 2"), twice::toString);
  }
}
