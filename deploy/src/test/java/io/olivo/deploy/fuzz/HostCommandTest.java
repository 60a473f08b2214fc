package io.olivo.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A judge that allowed everything would prove nothing. */
class HostCommandTest {
  @Test
  void onlyTheVeryMetricAsksForARebirth() {
    byte[] asks = HostCommand.rebirth();
    assertTrue(HostCommand.asksForRebirth(asks));
    byte[] other = asks.clone();
    other[4] ^= 1; // a letter of its name
    assertFalse(HostCommand.asksForRebirth(other));
    byte[] no = asks.clone();
    no[no.length - 1] = 0; // its value
    assertFalse(HostCommand.asksForRebirth(no));
    assertFalse(HostCommand.asksForRebirth(Arrays.copyOf(asks, asks.length - 1)));
    assertFalse(HostCommand.asksForRebirth("Node Control/Rebirth".getBytes(UTF_8)));
  }

  @Test
  void someSpecimensAskAndSomeDont() {
    Random chance = new Random(1);
    int asking = 0;
    for (int i = 0; i < 1000; i++) {
      asking += HostCommand.asksForRebirth(HostCommand.any(chance)) ? 1 : 0;
    }
    assertTrue(asking > 200 && asking < 800, asking + " of 1000");
  }
}
