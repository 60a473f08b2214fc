package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LearnCommandTest {
  private static final int ROWS = 1000;

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();
  private Path stream;
  private Path test;

  @BeforeEach
  void record() throws IOException {
    Chance chance = new Chance(1);
    stream = write("stream.csv", ROWS, chance);
    test = write("test.csv", 200, chance);
  }

  /** y1 = x1 x2 + 2 x1, y2 = x1 - x2; and one row without a value. */
  private Path write(String name, int rows, Chance chance) throws IOException {
    StringBuilder text = new StringBuilder("q;v;lift;turn\n1;nan;2;3\n");
    for (int n = 0; n < rows; n++) {
      double q = chance.uniform(-1, 1);
      double v = chance.uniform(-1, 1);
      text.append(q).append(';').append(v).append(';');
      text.append(q * v + 2 * q).append(';').append(q - v).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private int olivo(String... arguments) {
    CommandLine line = Olivo.commandLine();
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  private String printed(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      assertEquals(ExitCode.OK, olivo(arguments), said::toString);
    } finally {
      System.setOut(before);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  private String[] learn(String... more) {
    String[] all = new String[6 + more.length];
    String[] first = {"learn", stream.toString(), "--inputs", "2", "--outputs", "2"};
    System.arraycopy(first, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return all;
  }

  @Test
  void jsonHasAllNumbersAndNothingElseIsPrinted() {
    String text = printed(learn("--test", test.toString(), "--features", "60", "--json"));
    JsonNode json = JsonMapper.shared().readTree(text);
    assertEquals(ROWS, json.get("rows").asInt());
    assertEquals(2, json.get("refused").asInt(), "one in each file");
    assertEquals(200, json.get("test_rows").asInt());
    assertEquals(2, json.get("inputs").asInt());
    assertEquals(2, json.get("outputs").asInt());
    assertEquals(60, json.get("features").asInt());
    for (String list : new String[] {"online", "last", "test"}) {
      assertEquals(2, json.get(list).size(), list);
      double mean = (json.get(list).get(0).asDouble() + json.get(list).get(1).asDouble()) / 2;
      assertEquals(mean, json.get("nmse_" + list).asDouble(), 1e-12);
    }
    assertTrue(json.get("nmse_last").asDouble() < json.get("nmse_online").asDouble());
    assertTrue(json.get("nmse_test").asDouble() < .005, "learned: " + json.get("nmse_test"));
    assertTrue(json.get("seconds").asDouble() > 0 && json.get("us_per_row").asDouble() > 0);
  }

  @Test
  void withoutATestFileItsNumberIsNull() {
    JsonNode json = JsonMapper.shared().readTree(printed(learn("--json", "-q")));
    assertTrue(json.get("nmse_test").isNull());
    assertEquals(0, json.get("test").size());
  }

  @Test
  void peopleGetATableWithTheNamesOfTheOutputs() {
    String text = printed(learn("--test", test.toString(), "-q"));
    assertTrue(text.contains("lift") && text.contains("turn") && text.contains("mean"), text);
    assertTrue(text.contains("last 20 %") && text.contains("test, frozen"), text);
  }

  @Test
  void theSameCommandGivesTheSameNumbers() {
    JsonNode one = JsonMapper.shared().readTree(printed(learn("--json", "-q")));
    JsonNode two = JsonMapper.shared().readTree(printed(learn("--json", "-q")));
    assertEquals(one.get("online"), two.get("online"));
  }

  @Test
  void aWrongFileEndsWithThreeAndALineThatHelps() throws IOException {
    Files.writeString(stream, "1;2;3;4\n5;6;seven;8\n");
    assertEquals(ExitCode.ROBOT_FILE, olivo(learn("-q")));
    assertTrue(said.toString().contains("stream.csv:2: column 3: \"seven\""), said.toString());
  }

  @Test
  void numbersThatCannotWorkAreUsageErrors() {
    assertEquals(
        ExitCode.USAGE, olivo("learn", stream.toString(), "--inputs", "0", "--outputs", "1"));
    assertEquals(ExitCode.USAGE, olivo(learn("--features", "99999")));
    assertTrue(said.toString().contains("--inputs must be at least 1, got 0"), said.toString());
    assertTrue(said.toString().contains("--features must be 1 to 4000"), said.toString());
    assertEquals(ExitCode.USAGE, olivo("learn", "--inputs", "2", "--outputs", "1"));
  }
}
