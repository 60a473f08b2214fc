package io.olivo.deploy.robot;

import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.PowerLimit;
import io.olivo.deploy.robot.Names.Role;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the actuators and their envelopes. */
final class ActuatorReader {
  private final Names names;
  private final DeviceReader devices;

  ActuatorReader(Names names, DeviceReader devices) {
    this.names = names;
    this.devices = devices;
  }

  List<ActuatorSpec> read(Fields actuators) {
    List<ActuatorSpec> all = new ArrayList<>();
    actuators.namedBlocks().forEach((name, fields) -> read(name, fields, all));
    if (actuators.self().isBlock() && actuators.named().isEmpty()) {
      actuators.self().wrong("has no actuator");
    }
    return all;
  }

  private void read(String name, Fields fields, List<ActuatorSpec> all) {
    Field self = fields.self();
    Channel channel =
        names.acceptable(name, self) ? RangeReader.channel(name, fields.field("range")) : null;
    names.add(name, Role.ACTUATOR, channel, self);
    if (channel != null) {
      devices.connect(channel, fields, "to");
    }
    ActuatorLimits limits = channel == null ? null : limits(channel, fields);
    if (channel != null && limits != null) {
      all.add(new ActuatorSpec(channel, limits));
    }
  }

  private static @Nullable ActuatorLimits limits(Channel channel, Fields fields) {
    int before = fields.self().problems().count();
    Fields safe = fields.block("safe");
    double value = safe.field("value").quantity(channel.unit());
    double within = seconds(safe.field("within"));
    double rate = rate(fields.field("rate"), channel);
    double learned = learned(fields.field("learned"), channel);
    if (value < channel.min() || value > channel.max()) {
      safe.field("value")
          .refuse(safe.field("value").quoted() + " is outside the range; choose a value inside it");
    }
    PowerLimit power = power(fields, channel);
    if (fields.self().problems().count() > before
        || power == null
        || Double.isNaN(value + within + rate)) {
      return null;
    }
    return fields
        .self()
        .attempt(
            () ->
                new ActuatorLimits(
                    channel.name(),
                    channel.min(),
                    channel.max(),
                    learned,
                    rate,
                    value,
                    within,
                    power));
  }

  private static @Nullable PowerLimit power(Fields fields, Channel channel) {
    boolean mechanical = channel.unit() == Unit.NEWTON_METRE || channel.unit() == Unit.NEWTON;
    for (String key : List.of("power", "energy")) {
      if (fields.has(key) && !mechanical) {
        fields
            .field(key)
            .refuse("is for torques and forces, this is a " + channel.unit().quantity());
      }
    }
    PowerLimit none = PowerLimit.NONE;
    Fields energy = fields.block("energy");
    boolean bounded = fields.has("energy");
    double watts = fields.has("power") ? fields.field("power").quantity(Unit.WATT) : none.watts();
    double joules = bounded ? energy.field("most").quantity(Unit.JOULE) : none.joules();
    double seconds = bounded ? energy.field("within").quantity(Unit.SECOND) : none.seconds();
    return Double.isNaN(watts + joules + seconds)
        ? none
        : fields.self().attempt(() -> new PowerLimit(watts, joules, seconds));
  }

  private static double rate(Field rate, Channel channel) {
    double value = rate.perSecond(channel.unit());
    if (value <= 0) {
      rate.refuse(rate.quoted() + " must be above 0, or the actuator could never move");
    }
    return value;
  }

  private static double learned(Field learned, Channel channel) {
    if (!learned.present()) {
      return Math.max(Math.abs(channel.min()), Math.abs(channel.max()));
    }
    double value = learned.quantity(channel.unit());
    if (value < 0) {
      learned.refuse(learned.quoted() + " must not be negative; 0 keeps the learner out");
    }
    return value;
  }

  private static double seconds(Field within) {
    return within.quantity(Unit.SECOND, 0, 60, "the way to the safe value must be short");
  }
}
