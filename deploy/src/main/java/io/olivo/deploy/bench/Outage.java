package io.olivo.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One time that the broker is away.
 *
 * @param fromMillis since the beginning of the run
 * @param toMillis since the beginning of the run
 */
record Outage(long fromMillis, long toMillis) {
  private static final long UP_LEAST = 1200; // ms, from one start to the next kill
  private static final long UP_MOST = 2500;
  private static final long DOWN_MOST = 1200; // ms

  /** Drawn from a seed: up for 1.2 to 2.5 s, then away for up to 1.2 s, and so on. */
  static List<Outage> draw(int count, long seed) {
    Random chance = new Random(seed);
    List<Outage> outages = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < count; i++) {
      long from = now + chance.nextLong(UP_LEAST, UP_MOST);
      now = from + chance.nextLong(DOWN_MOST);
      outages.add(new Outage(from, now));
    }
    return outages;
  }
}
