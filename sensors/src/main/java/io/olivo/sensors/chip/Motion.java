package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Measure;
import java.util.List;

/** What an accelerometer with a gyroscope measures, in the order all these drivers have it. */
final class Motion {
  static final List<Measure> MEASURES =
      List.of(
          new Measure("acceleration.x", Unit.METRE_PER_SECOND_SQUARED),
          new Measure("acceleration.y", Unit.METRE_PER_SECOND_SQUARED),
          new Measure("acceleration.z", Unit.METRE_PER_SECOND_SQUARED),
          new Measure("rate.x", Unit.RADIAN_PER_SECOND),
          new Measure("rate.y", Unit.RADIAN_PER_SECOND),
          new Measure("rate.z", Unit.RADIAN_PER_SECOND),
          new Measure("temperature", Unit.KELVIN));

  private Motion() {}
}
