package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TransferCommandTest {
  private static final String PENDULUM = Path.of("src/main/robots/pendulum.yaml").toString();
  private final Spoken spoken = new Spoken();

  private int transfer(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(new String[] {"bench", "transfer", PENDULUM, "-q"}, 0, all, 0, 4);
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return spoken.olivo(all);
  }

  @Test
  void theJsonHasEveryBodyAndSeedAndAddsUp() {
    int code = transfer("--steps=200", "--seeds=905", "--body=late:latency=0.05,noise=1", "--json");
    assertEquals(ExitCode.OK, code, spoken.said());
    JsonNode result = JsonMapper.shared().readTree(spoken.printed());
    JsonNode body = result.get("bodies").get(0);
    assertEquals("late", body.get("body").asString());
    assertEquals(.05, body.get("parameters").get("latency").asDouble());
    assertEquals(905, body.get("seeds").get(0).get("seed").asInt());
    for (String when : new String[] {"trained", "at_once", "after_60s", "after_300s"}) {
      assertEquals(body.get("seeds").get(0).get(when), body.get(when));
      double reward = body.get(when).get("reward").asDouble();
      assertTrue(reward > -2 && reward < 1, when + " " + reward);
    }
    double drop =
        body.get("trained").get("reward").asDouble() - body.get("at_once").get("reward").asDouble();
    assertEquals(drop, body.get("drop").asDouble(), 1e-12);
  }

  @Test
  void aBodyThatTheRobotCannotHaveIsToldBeforeAnythingIsTrained() {
    assertEquals(ExitCode.USAGE, transfer("--body=late"));
    assertTrue(spoken.said().contains("as in late:latency=0.05"), spoken.said());
    assertEquals(ExitCode.USAGE, transfer("--body=late:latency=2"));
    assertTrue(spoken.said().contains("latency must be 0 to 0.5 s"), spoken.said());
    assertEquals(ExitCode.USAGE, transfer("--body=odd:colour=2"));
    assertTrue(spoken.said().contains("no parameter \"colour\""), spoken.said());
    assertEquals(ExitCode.USAGE, transfer("--jobs=0"));
  }
}
