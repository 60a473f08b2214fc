package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final String SUMMARY =
      "{\"v\":1,\"state\":\"safe-stop\",\"problem\":\"shoulder.angle is stale\",\"error\":\"NaN\","
          + "\"reconnects\":2,\"values\":{\"shoulder.torque\":1.5,\"shoulder.angle\":-0.0}}";

  @Test
  void aSummaryIsTheseBytesInThisOrder() throws WireException {
    Summary summary = Summary.decode(SUMMARY.getBytes(UTF_8));
    assertEquals(SUMMARY, new String(summary.encode(), UTF_8));
    assertEquals(
        List.of("shoulder.torque", "shoulder.angle"), List.copyOf(summary.values().keySet()));
  }

  @Test
  void aSummaryWithoutItsStateIsRefused() {
    String stateless = SUMMARY.replace("\"state\":\"safe-stop\",", "");
    assertThrows(WireException.class, () -> Summary.decode(stateless.getBytes(UTF_8)));
  }
}
