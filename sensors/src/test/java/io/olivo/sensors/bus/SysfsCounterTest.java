package io.olivo.sensors.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SysfsCounterTest {
  @TempDir private Path folder;
  private SysfsCounter counter;

  @BeforeEach
  void lookLikeTheKernel() throws IOException {
    counter = new SysfsCounter(folder);
    say("ceiling", "65535\n");
    say("count", "0\n");
    say("enable", "0\n");
  }

  private void say(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void itIsTurnedOnAndItsCeilingTold() throws IOException {
    assertEquals(65535, counter.begin());
    assertEquals("1", Files.readString(folder.resolve("enable")));
  }

  @Test
  void aCounterThatIsAlwaysOnCountsAsWell() throws IOException {
    Files.delete(folder.resolve("enable"));
    assertEquals(65535, counter.begin());
  }

  @Test
  void everyReadingIsNew() throws IOException {
    counter.begin();
    for (String text : new String[] {"7\n", "65535\n", "12", "4611686018427387904\n"}) {
      say("count", text);
      assertEquals(Long.parseLong(text.trim()), counter.read());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "-3\n", "up\n", "18446744073709551615\n"})
  void whatIsNoCountIsAFailure(String text) throws IOException {
    counter.begin();
    say("count", text);
    BusException e = assertThrows(BusException.class, () -> counter.read());
    assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
  }

  @Test
  void aCounterThatIsNotThereIsAFailureAndComesBackWhenItIs() throws IOException {
    SysfsCounter missing = new SysfsCounter(folder.resolve("count1"));
    assertThrows(BusException.class, missing::begin);
    assertThrows(BusException.class, missing::read);
    Files.createDirectory(folder.resolve("count1"));
    say("count1/ceiling", "255\n");
    say("count1/count", "42\n");
    assertEquals(255, missing.begin());
    assertEquals(42, missing.read());
  }

  @Test
  void afterItWasClosedItIsNotRead() throws IOException {
    counter.begin();
    counter.close();
    counter.close();
    assertThrows(BusException.class, () -> counter.read());
  }
}
