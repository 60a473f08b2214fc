package io.olivo.sensors.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CLibraryTest {
  private static final long TIOCGPTN = 0x80045430L; // number of a pseudo terminal
  private static final int ENOTTY = 25;
  private static final int ENOENT = 2;
  private static final int EBADF = 9;

  private final Kernel kernel = new CLibrary();

  @Test
  void aStructureComesBackFilled() {
    int terminal = kernel.open("/dev/ptmx");
    assertTrue(terminal >= 0, "errno " + -terminal);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
      number.set(ValueLayout.JAVA_INT, 0, -1);
      assertEquals(0, kernel.ioctl(terminal, TIOCGPTN, number));
      Path slave = Path.of("/dev/pts/" + number.get(ValueLayout.JAVA_INT, 0));
      assertTrue(Files.exists(slave), slave + " is not there");
    } finally {
      assertEquals(0, kernel.close(terminal));
    }
  }

  @Test
  void whatFailsAnswersWithTheNumberOfTheError() {
    assertEquals(-ENOENT, kernel.open("/dev/that-is-not-there"));
    int nothing = kernel.open("/dev/null");
    assertEquals(-ENOTTY, kernel.ioctl(nothing, TIOCGPTN, MemorySegment.NULL));
    assertEquals(0, kernel.close(nothing));
    assertEquals(-EBADF, kernel.close(nothing));
  }
}
