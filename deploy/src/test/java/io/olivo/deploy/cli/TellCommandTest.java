package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is refused before anything is sent. */
class TellCommandTest {
  private final StringWriter said = new StringWriter();

  private int olivo(String... arguments) {
    CommandLine line = Olivo.commandLine();
    line.setErr(new PrintWriter(said, true));
    line.setOut(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tell arm2 dance",
        "tell arm2 gain shoulder 60",
        "tell arm2 gain shoulder much 4",
        "tell arm2 stop now",
        "tell arm2 reference",
        "tell a/b stop",
        "tell arm2 stop --wait=31s",
        "tell arm2"
      })
  void nonsenseIsRefusedAndTheUsageIsShown(String line) {
    assertEquals(ExitCode.USAGE, olivo(line.split(" ")), said::toString);
    assertTrue(said.toString().contains("Usage: olivo tell"), said::toString);
  }

  @Test
  void withoutABrokerItSaysWhatToDo() {
    assertEquals(ExitCode.NO_LINK, olivo("tell", "arm2", "stop", "--broker=tcp://127.0.0.1:1"));
    assertTrue(said.toString().contains("mosquitto"), said::toString);
  }

  @Test
  void helpListsTheWordsWithExamples() {
    assertEquals(ExitCode.OK, olivo("tell", "--help"));
    for (String word : new String[] {"rollback", "promote", "olivo tell arm2 stop"}) {
      assertTrue(said.toString().contains(word), word);
    }
  }
}
