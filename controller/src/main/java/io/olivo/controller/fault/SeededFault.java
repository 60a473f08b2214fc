package io.olivo.controller.fault;

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

  /** What it does to the channel at an index. */
  SensorFault inSensor(Channel channel, int index, double dtSeconds) {
    Span span = fault.span();
    Occasion occasion = occasion(index, dtSeconds);
    return switch (fault.kind()) {
      case DROPOUT -> new Dropout(span);
      case FREEZE -> new Freeze(span);
      case SPIKE -> new Spike(span, occasion, fault.amount());
      case BIT_FLIP -> new BitFlip(span, occasion, channel, fault.amount());
      case NAN -> new NotANumber(span, occasion);
      case DRIFT -> new Drift(span, fault.amount());
      case DELAY -> new Delay(span, fault.amount(), dtSeconds);
      case DUPLICATE -> new Duplicate(span);
      case REORDER -> new Reorder(span);
      default -> throw new IllegalArgumentException(fault.kind() + " is no fault of a sensor");
    };
  }

  /** What it does to the actuator at an index. */
  ActuatorFault inActuator(int index, double dtSeconds) {
    return new ActuatorFault(fault, occasion(index, dtSeconds));
  }

  private Occasion occasion(int index, double dtSeconds) {
    Chance chance = new Chance(seed);
    for (int i = 0; i < index; i++) {
      chance.bits();
    }
    return new Occasion(fault.everySeconds(), dtSeconds, new Chance(chance.bits()));
  }
}
