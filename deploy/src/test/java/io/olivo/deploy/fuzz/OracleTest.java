package io.olivo.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that allowed everything would prove nothing. */
class OracleTest {
  private static final long NOW = 1_796_041_979_123L;
  private static final String GOOD =
      "{\"v\":1,\"robot\":\"r\",\"session\":\"s1\",\"sender\":\"d\",\"seq\":1,\"deadline_ms\":"
          + (NOW + 1000)
          + ",\"command\":\"gain\",\"joint\":\"a\",\"kp\":1,\"kd\":2}";

  private final Oracle oracle = new Oracle("r", "s1");

  private static Message message(String payload) {
    return Message.certain("olivo/v1/r/command", payload.getBytes(UTF_8)).expiring(5);
  }

  @Test
  void allowsAGoodCommandOnce() {
    assertTrue(oracle.allows(message(GOOD), NOW));
    assertFalse(oracle.allows(message(GOOD), NOW));
    String stop = GOOD.replace("gain", "stop");
    assertTrue(oracle.allows(message(stop), NOW));
    assertTrue(oracle.allows(message(stop), NOW), "to stop twice does no harm");
  }

  @ParameterizedTest
  @CsvSource({
    "v\":1, v\":2",
    "robot\":\"r, robot\":\"q",
    "s1, s2",
    "gain, dance",
    "kp\":1, kp\":-1",
    "seq\":1, seq\":1.5",
    "sender\":\"d, sender\":\"d/"
  })
  void allowsNothingElse(String good, String bad) {
    assertTrue(GOOD.contains(good), good);
    assertFalse(oracle.allows(message(GOOD.replace(good, bad)), NOW));
  }

  @Test
  void looksAtWhatIsBesideTheMessage() {
    assertFalse(oracle.allows(message(GOOD).expiring(Message.NO_EXPIRY), NOW));
    assertFalse(oracle.allows(message(GOOD).answeredAt("x", new byte[0]), NOW));
    assertFalse(oracle.allows(message(GOOD).with(new byte[65]), NOW));
    assertFalse(oracle.allows(message(GOOD), NOW + 60_000));
  }
}
