package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.session.LearnedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetRulesTest {
  @TempDir private Path folder;

  private RobotSpec arm(String learner) throws IOException {
    String text = Files.readString(Path.of("src/main/robots/arm2.yaml"));
    String asked = text.replace("rule: cerebellum, granules: 512", learner);
    return RobotFile.read(Files.writeString(folder.resolve("arm.yaml"), asked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rule: net; NET_KP",
        "rule: net, feedback: fixed; NET_FA",
        "rule: net, feedback: direct; NET_DFA",
        "rule: net, feedback: sign; NET_USF",
        "rule: net, feedback: kolen-pollack; NET_KP",
        "rule: net, feedback: mirror; NET_WM",
        "rule: net, feedback: transpose; NET_BP",
        "rule: net, perturb: node; NET_NP",
        "rule: net, perturb: decorrelated-node; NET_DNP"
      })
  void everyWayToAskForANetIsARuleOfItsOwn(String learner, Rule expected) throws IOException {
    assertEquals(expected, Rule.of(arm(learner).learner()));
  }

  @Test
  void whatANetLearnedIsLoadedAgainAndOnlyByTheSameRule() throws Exception {
    RobotSpec spec = arm("rule: net, hidden: [16], replay: 100");
    Rig rig = new Rig(spec, Rule.NET_KP, 1, List.of(), 6).run(tick -> {});
    LearnedState learned = new LearnedState(Rule.NET_KP, rig.learner(), spec);
    Path file = folder.resolve("net.state");
    new Checkpoint(learned, 1, null).save(file);
    Rig other = new Rig(spec, Rule.NET_KP, 2, List.of(), 0);
    LearnedState loaded = new LearnedState(Rule.NET_KP, other.learner(), spec);
    loaded.resume(file);
    assertEquals(learned.digest(), loaded.digest());
    Rig fixed = new Rig(spec, Rule.NET_FA, 1, List.of(), 0);
    LearnedState wrong = new LearnedState(Rule.NET_FA, fixed.learner(), spec);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> wrong.load(file))
            .getMessage()
            .contains("net-kp"));
  }
}
