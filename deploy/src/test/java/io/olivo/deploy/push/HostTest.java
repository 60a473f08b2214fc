package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
  @ParameterizedTest
  @CsvSource({
    "robot, robot, 0",
    "pi@robot.local, pi@robot.local, 0",
    "pi@robot:2222, pi@robot, 2222",
    "10.0.0.7:22, 10.0.0.7, 22",
    "pi@[fe80::1%eth0]:22, pi@fe80::1%eth0, 22",
    "[::1], ::1, 0",
  })
  void isReadAsPeopleWriteIt(String text, String destination, int port) {
    assertEquals(new Host(destination, port), Host.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-oProxyCommand=x",
        "pi@-x",
        "-x@robot",
        "a b",
        "robot:",
        "fe80::1",
        "robot;ls"
      })
  void whatSshWouldTakeForSomethingElseIsRefusedWithTheForm(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Host.parse(text)).getMessage();
    assertTrue(message.contains("pi@robot"), message);
  }

  @Test
  void impossiblePortIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Host.parse("robot:0"));
    assertThrows(IllegalArgumentException.class, () -> Host.parse("robot:65536"));
  }
}
