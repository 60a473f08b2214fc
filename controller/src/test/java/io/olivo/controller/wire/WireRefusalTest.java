package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireRefusalTest {
  private static WireException refused(String message) {
    return assertThrows(WireException.class, () -> new Act(2).decode(message.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "\u0000",
        "{\"session\":\"s\",\"seq\":1,\"values\":[1,2]}",
        "{\"v\":1,\"seq\":1,\"values\":[1,2]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1,2,3]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1,NaN]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1,\"nan\"]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1,1e999]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1,null]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":7}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1.5,\"values\":[1,2]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":9223372036854775808,\"values\":[1,2]}",
        "{\"v\":1,\"session\":\"a/#\",\"seq\":1,\"values\":[1,2]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"safe\":1,\"values\":[1,2]}",
        "{\"v\":1,\"session\":\"s\",\"seq\":1,\"values\":[1,2]} {}",
        "{\"v\":\"1\",\"session\":\"s\",\"seq\":1,\"values\":[1,2]}",
      })
  void aMalformedActIsRefusedWithAReason(String message) {
    assertTrue(refused(message).getMessage().length() > 5);
  }

  @Test
  void aHugeMessageIsRefusedUnread() {
    String reason = refused(" ".repeat(70_000)).getMessage();
    assertTrue(reason.startsWith("70000 bytes"), reason);
  }

  @Test
  void deepNestingIsRefused() {
    refused("{\"v\":1,\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
  }

  @Test
  void anIdCanNotReachOtherTopics() {
    for (String bad : new String[] {"", "a/b", "+", "#", "ü", "x".repeat(65)}) {
      assertThrows(IllegalArgumentException.class, () -> new Topics(bad));
    }
  }

  @Test
  void aChannelWithoutItsRangeIsRefused() {
    String message =
        "{\"v\":1,\"robot\":\"r\",\"session\":\"s\",\"role\":\"simulator\",\"rate_hz\":1,"
            + "\"sensors\":[{\"name\":\"a\",\"unit\":\"rad\"}],\"actuators\":[]}";
    assertThrows(WireException.class, () -> Description.decode(message.getBytes(UTF_8)));
  }
}
