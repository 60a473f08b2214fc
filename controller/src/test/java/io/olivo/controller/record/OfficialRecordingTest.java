package io.olivo.controller.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.loop.Script;
import io.olivo.controller.record.mcap.OfficialReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of a loop, read by the official MCAP library with all its checksums. */
class OfficialRecordingTest {
  private static final int BEATS = 2_000; // 4 s

  @TempDir private Path folder;

  private Path recorded() throws Exception {
    Path file = folder.resolve("run.mcap");
    Tap tap = new Tap(true);
    SmallLoop.Adding learner = new SmallLoop.Adding();
    LoopParts parts =
        SmallLoop.parts(
            tap.around(new SmallLoop.Sensors()), tap.around(new SmallLoop.Motor()), learner);
    ControlLoop loop = new ControlLoop(parts, tap, tap);
    loop.order(Order.ARM);
    byte[] text = "robot: small".getBytes(StandardCharsets.UTF_8);
    List<RecordedFile> files = List.of(new RecordedFile("robot/small.yaml", "text/yaml", text));
    Head head = new Head(Map.of("robot", "small"), files, 1_000_000_000L);
    Place place = new OneFile(file, new Limits(100_000_000, 0));
    try (Recorder recorder =
        new Recorder(tap, loop, parts, SmallLoop.RATE, head, place, (why, now) -> {})) {
      recorder.tell(0, "test", "begins");
      loop.run(tap.around(new Script().then(BEATS, Beat.TICK)));
    }
    return file;
  }

  @Test
  void everyTopicAndFileOfARecordingIsThereForOthers() throws Exception {
    String line = OfficialReader.orSkip().check(recorded()).getFirst();
    int shownAt50Hertz = BEATS / 10;
    assertEquals(shownAt50Hertz, messages(line, "/sensors"), 1, line);
    assertEquals(shownAt50Hertz, messages(line, "/actuators"), 1, line);
    assertTrue(messages(line, RecordingFile.EXACT) > 0, line);
    assertEquals(1, messages(line, LogTopic.TOPIC), line);
    assertTrue(line.contains("robot/small.yaml"), line);
  }

  /** How many messages a topic has. */
  private static int messages(String line, String topic) {
    Matcher found =
        Pattern.compile(Pattern.quote("\"" + topic + "\":{\"messages\":") + "(\\d+)").matcher(line);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
