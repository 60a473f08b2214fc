package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {
  @Test
  void outagesFollowEachOtherWithTimeBetween() {
    List<Outage> outages = Outage.draw(200, 1);
    assertEquals(200, outages.size());
    long end = 0;
    for (Outage outage : outages) {
      assertTrue(outage.fromMillis() >= end + 1200, outage.toString());
      assertTrue(outage.toMillis() >= outage.fromMillis(), outage.toString());
      assertTrue(outage.toMillis() < outage.fromMillis() + 1200, outage.toString());
      end = outage.toMillis();
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertEquals(Outage.draw(20, 7), Outage.draw(20, 7));
    assertNotEquals(Outage.draw(20, 7), Outage.draw(20, 8));
  }
}
