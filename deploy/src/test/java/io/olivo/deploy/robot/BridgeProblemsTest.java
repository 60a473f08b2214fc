package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeProblemsTest {
  private static final String LINK = "broker: tcp://localhost:1883, telemetry: 20 Hz";

  private static RobotText link(String more) {
    return RobotText.SOUND.with(LINK, LINK + more);
  }

  @Test
  void nobodyElseIsToldUnlessTheFileAsks() {
    assertEquals(BridgeSpec.NONE, link("").read().link().bridges());
  }

  @Test
  void anEmptyBlockShowsAllChannelsEveryFiveSeconds() {
    BridgeSpec bridges = link(", home_assistant: {}").read().link().bridges();
    assertEquals(
        Optional.of(new HomeAssistantSpec(HomeAssistantSpec.Use.SHOW, 5, List.of())),
        bridges.homeAssistant());
  }

  @Test
  void whatIsAskedIsRead() {
    BridgeSpec bridges =
        link(", home_assistant: { use: remove }, sparkplug: { group: hall 3, every: 2 s }")
            .read()
            .link()
            .bridges();
    assertEquals(HomeAssistantSpec.Use.REMOVE, bridges.homeAssistant().orElseThrow().use());
    assertEquals(new SparkplugSpec("hall 3", 2), bridges.sparkplug().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "'home_assistant: true', 'must be a block of use, every, channels'",
    "'home_assistant: { use: on }', 'known are show, remove'",
    "'home_assistant: { every: 10 ms }', 'outside'",
    "'home_assistant: { channels: [nose.angle] }', 'is no channel of this robot'",
    "'sparkplug: {}', 'link.sparkplug.group: is missing'",
    "'sparkplug: { group: a/b }', 'without + / #'",
  })
  void aMistakeIsReportedWithWhatToWrite(String mistake, String line) {
    List<String> problems = link(", " + mistake).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().contains(line), problems.toString());
  }
}
