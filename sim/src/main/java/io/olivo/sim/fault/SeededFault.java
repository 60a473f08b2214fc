package io.olivo.sim.fault;

import io.olivo.learning.Chance;
import io.olivo.sensors.Channel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fault with the stream it draws from.
 *
 * @param fault what was scheduled
 * @param seed of all that it draws
 */
record SeededFault(ScheduledFault fault, long seed) {
  /**
   * Where among these channels it is; every one draws for itself.
   *
   * @throws IllegalArgumentException when it is in none of them
   */
  int[] among(List<Channel> channels, String what) {
    int[] where =
        IntStream.range(0, channels.size())
            .filter(i -> fault.concerns(channels.get(i).name()))
            .toArray();
    if (where.length == 0) {
      String known = String.join(", ", channels.stream().map(Channel::name).toList());
      throw new IllegalArgumentException(
          "there is no %s \"%s\" to break; there are %s".formatted(what, fault.part(), known));
    }
    return where;
  }

  /** The stream of one part. */
  Chance chance(int part) {
    Chance chance = new Chance(seed);
    for (int i = 0; i < part; i++) {
      chance.bits();
    }
    return new Chance(chance.bits());
  }
}
