package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.deploy.doctor.Lateness;
import java.io.IOException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class CyclictestTest {
  /** As version 2.4 prints it. */
  private static final String SAID =
      """
      # /dev/cpu_dma_latency set to 0us
      # Histogram
      000000 000000
      000008 000090
      000041 000009
      099999 000000
      # Min Latencies: 00008
      # Avg Latencies: 00023
      # Max Latencies: %05d
      # Histogram Overflows: %05d
      # Histogram Overflow at cycle number:
      # Thread 0: 00042
      """;

  @Test
  void itsHistogramIsReadInTheMiddleOfEachMicrosecond() throws IOException {
    Histogram late = Cyclictest.read(SAID.formatted(41, 0));
    assertEquals(99, late.getTotalCount());
    assertEquals(8500, late.getMinValue(), 8);
    assertEquals(41_500, late.getMaxValue(), 41);
  }

  @Test
  void whatIsBeyondItsHistogramCountsAsItsMaximum() throws IOException {
    Lateness late = Lateness.of(Cyclictest.read(SAID.formatted(250_000, 1)), 1_000_000);
    assertEquals(250_000, late.maxMicros(), 250);
    assertEquals(250, late.missed());
    assertEquals(99 + 250, late.due());
  }

  @Test
  void programThatMayNotHaveItsPriorityIsQuoted() {
    String why = "Unable to change scheduling policy!";
    IOException e = assertThrows(IOException.class, () -> Cyclictest.read(why));
    assertEquals("cyclictest printed no histogram: " + why, e.getMessage());
  }
}
