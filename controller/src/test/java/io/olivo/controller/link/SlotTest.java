package io.olivo.controller.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {
  @Test
  void theNewestWins() {
    Slot slot = new Slot("t", 1);
    assertEquals(0, slot.put(new byte[] {1}));
    assertEquals(1, slot.put(new byte[] {2}));
    assertArrayEquals(new byte[] {2}, slot.take());
    assertNull(slot.take());
  }

  @Test
  void aDeepSlotKeepsTheOrder() {
    Slot slot = new Slot("t", 2);
    slot.put(new byte[] {1});
    slot.put(new byte[] {2});
    assertEquals(1, slot.put(new byte[] {3}));
    assertArrayEquals(new byte[] {2}, slot.take());
    assertArrayEquals(new byte[] {3}, slot.take());
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true", "a/+, a/b, true", "a/#, a/b/c, true", "a/#, a, true", "+/b, a/b, true",
    "#, a/b, true", "a/+, a/b/c, false", "a/b, a/c, false", "a/b/c, a/b, false",
        "a/+/c, a/b/d, false"
  })
  void filtersMatchAsInMqtt(String filter, String topic, boolean matches) {
    assertEquals(matches, TopicFilter.matches(filter, topic));
  }
}
