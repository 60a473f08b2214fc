package io.olivo.deploy.robot;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the simulated robot. */
final class SimReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final int MOST_BITS = 32;
  private static final double LONGEST_DELAY_SECONDS = 10;

  private final List<Channel> raw;
  private final List<Channel> actuators;
  private final Names names;

  SimReader(List<Channel> raw, List<Channel> actuators, Names names) {
    this.raw = raw;
    this.actuators = actuators;
    this.names = names;
  }

  SimSpec read(Fields sim) {
    String plant = sim.field("plant").text();
    if (!plant.isEmpty() && !NAME.matcher(plant).matches()) {
      sim.field("plant").refuse(sim.field("plant").quoted() + " is no name of a plant; try arm2");
    }
    List<SimSensor> sensors = sensors(sim.block("sensors"));
    FaultReader faults = new FaultReader(raw, actuators, sensors);
    return new SimSpec(
        plant,
        sensors,
        parameters(sim.block("parameters")),
        schedule(sim),
        episode(sim.field("episode")),
        randomised(sim.block("randomise")),
        faults.read(sim.blocks("faults")));
  }

  private static OptionalDouble episode(Field episode) {
    return episode.present()
        ? OptionalDouble.of(
            episode.quantity(Unit.SECOND, .1, 86_400, "without one the robot is never put back"))
        : OptionalDouble.empty();
  }

  private static List<ParameterRange> randomised(Fields fields) {
    List<ParameterRange> all = new ArrayList<>();
    fields
        .named()
        .forEach(
            (name, field) -> {
              List<Double> ends = field.numbers();
              if (ends.size() == 2 && ends.get(0) <= ends.get(1)) {
                all.add(new ParameterRange(name, ends.get(0), ends.get(1)));
              } else {
                field.refuse("needs its lower end and its higher one; write [0.8, 1.2]");
              }
            });
    return all;
  }

  private List<SimSensor> sensors(Fields sensors) {
    Map<String, Fields> written = sensors.namedBlocks();
    written.forEach((name, fields) -> requireRaw(name, fields.self()));
    List<SimSensor> all = new ArrayList<>();
    for (Channel channel : raw) {
      Fields fields = written.get(channel.name());
      all.add(fields == null ? SimSensor.perfect(channel.name()) : sensor(channel, fields));
    }
    return all;
  }

  private void requireRaw(String name, Field field) {
    List<String> known = names.names(named -> named.role() == Names.Role.SENSOR);
    if (!known.contains(name)) {
      field.refuse(
          "there is no raw sensor of this name%s; there are %s"
              .formatted(Nearest.hint(name, known), Names.listed(known)));
    }
  }

  private static SimSensor sensor(Channel channel, Fields fields) {
    double delay =
        fields
            .field("delay")
            .quantity(Unit.SECOND, 0, LONGEST_DELAY_SECONDS, "no sensor is that slow");
    return new SimSensor(
        channel.name(),
        resolution(channel, fields),
        delay,
        positive(fields.field("noise"), channel));
  }

  private static double resolution(Channel channel, Fields fields) {
    Field bits = fields.field("bits");
    if (!bits.present()) {
      return positive(fields.field("resolution"), channel);
    }
    if (fields.has("resolution")) {
      bits.refuse("is beside resolution; keep one of the two");
    }
    if (channel.unit() != Unit.RADIAN) {
      bits.refuse(
          "is for angles, but this is a "
              + channel.unit().quantity()
              + "; write resolution instead");
    }
    return 2 * StrictMath.PI / (1L << bits.whole(1, MOST_BITS));
  }

  private static double positive(Field field, Channel channel) {
    if (!field.present()) {
      return 0;
    }
    double value = field.quantity(channel.unit());
    if (value < 0) {
      field.refuse(field.quoted() + " must not be negative; 0 means none");
    }
    return value;
  }

  private static Map<String, List<Double>> parameters(Fields fields) {
    Map<String, List<Double>> parameters = new LinkedHashMap<>();
    fields
        .named()
        .forEach(
            (name, field) -> {
              if (!NAME.matcher(name).matches()) {
                field.refuse("is no name of a parameter; use letters, digits and _");
              }
              if (field.isList() && field.items().isEmpty()) {
                field.refuse("is an empty list; write a number");
              }
              parameters.put(name, field.numbers());
            });
    return parameters;
  }

  private static List<ParameterChange> schedule(Fields sim) {
    List<ParameterChange> changes = new ArrayList<>();
    double last = 0; // seconds
    for (Fields fields : sim.blocks("schedule")) {
      Field at = fields.field("at");
      double seconds = at.quantity(Unit.SECOND);
      if (seconds < last) {
        at.refuse(at.quoted() + " is before the entry above, or negative; order them by time");
      }
      last = Double.isNaN(seconds) ? last : seconds;
      Map<String, List<Double>> parameters = parameters(fields);
      if (fields.self().isBlock() && parameters.isEmpty()) {
        fields.self().refuse("changes nothing; add for example payload: 0.7");
      }
      changes.add(new ParameterChange(seconds, parameters));
    }
    return changes;
  }
}
