package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class JitterFoundTest {
  private static JitterFound found(long lateNanos) {
    Histogram lateness = new Histogram(1, 10_000_000_000L, 3);
    lateness.recordValueWithCount(lateNanos, 10);
    return new JitterFound(lateness, 2, .5, 20, 3, 40);
  }

  @Test
  void whatOneProcessSaysAnotherReads() throws IOException {
    JitterFound found = found(12_345);
    assertEquals(found, JitterFound.read(found.line()));
  }

  @Test
  void halvesAddUpToTheWhole() {
    JitterFound both = found(1000).and(found(9000));
    assertEquals(20, both.lateness().getTotalCount());
    assertEquals(4, both.skipped());
    assertEquals(6, both.collections());
    assertEquals(80, both.collecting());
    assertEquals(20, both.garbage(), "a rate is that of both");
    assertEquals(.5, both.bytesPerTick());
  }

  @Test
  void otherWordsAreQuoted() {
    IOException e = assertThrows(IOException.class, () -> JitterFound.read("out of memory"));
    assertEquals("a loop of the bench said \"out of memory\"", e.getMessage());
  }
}
