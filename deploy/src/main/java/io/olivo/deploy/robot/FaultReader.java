package io.olivo.deploy.robot;

import io.olivo.controller.fault.FaultKind;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what shall break, and when; "all" becomes one fault per part, each in its unit. */
final class FaultReader {
  private static final double LONGEST_DELAY_SECONDS = 10;

  private final List<Channel> sensors;
  private final List<Channel> actuators;
  private final List<SimSensor> imperfections;

  /**
   * @param sensors the raw ones
   * @param actuators all of them
   * @param imperfections of the raw sensors, where a simulation has some
   */
  FaultReader(List<Channel> sensors, List<Channel> actuators, List<SimSensor> imperfections) {
    this.sensors = sensors;
    this.actuators = actuators;
    this.imperfections = imperfections;
  }

  List<ScheduledFault> read(List<Fields> written) {
    List<ScheduledFault> faults = new ArrayList<>();
    written.forEach(fields -> read(fields, faults));
    return faults;
  }

  private void read(Fields fields, List<ScheduledFault> faults) {
    int before = fields.self().problems().count();
    FaultKind kind = fields.field("kind").choice(FaultKind.class);
    double at = seconds(fields.field("at"));
    double length = fields.has("for") ? positive(fields.field("for")) : Double.POSITIVE_INFINITY;
    double every = fields.has("every") ? positive(fields.field("every")) : 0;
    List<Part> parts = kind == null ? List.of() : parts(fields, kind);
    if (kind != null && fields.self().problems().count() == before) {
      parts.forEach(
          part ->
              faults.add(new ScheduledFault(kind, part.name(), at, length, part.amount(), every)));
    }
  }

  /** Where the fault is, and how much of it there. */
  private List<Part> parts(Fields fields, FaultKind kind) {
    refuseOthers(fields, kind);
    if (kind.target() == FaultKind.Target.LOOP) {
      requireNoPart(fields, kind);
      return List.of(new Part(ScheduledFault.ALL, amount(fields, kind, null)));
    }
    List<Channel> candidates = kind.target() == FaultKind.Target.SENSOR ? sensors : actuators;
    return named(fields.field("part"), candidates, kind).stream()
        .map(channel -> new Part(channel.name(), amount(fields, kind, channel)))
        .toList();
  }

  private static List<Channel> named(Field part, List<Channel> candidates, FaultKind kind) {
    String name = part.text();
    if (name.equals(ScheduledFault.ALL)) {
      return candidates;
    }
    List<Channel> found =
        candidates.stream().filter(channel -> channel.name().equals(name)).toList();
    if (found.isEmpty() && !name.isEmpty()) {
      List<String> known = candidates.stream().map(Channel::name).toList();
      part.refuse(
          "there is no %s named %s%s; there are all, %s"
              .formatted(
                  kind.target() == FaultKind.Target.SENSOR ? "raw sensor" : "actuator",
                  part.quoted(),
                  Nearest.hint(name, known),
                  Names.listed(known)));
    }
    return found;
  }

  private static void requireNoPart(Fields fields, FaultKind kind) {
    if (fields.has("part") && !fields.field("part").text().equals(ScheduledFault.ALL)) {
      fields.field("part").refuse("%s is about the whole loop; remove it".formatted(word(kind)));
    }
  }

  private static void refuseOthers(Fields fields, FaultKind kind) {
    Stream.of(FaultKind.values())
        .map(FaultKind::amount)
        .filter(key -> !key.isEmpty() && !key.equals(kind.amount()) && fields.has(key))
        .forEach(key -> refuse(fields.field(key), kind));
    if (fields.has("every") && !kind.isOccasional()) {
      refuse(fields.field("every"), kind);
    }
  }

  private static void refuse(Field field, FaultKind kind) {
    field.refuse("means nothing to the kind '%s'; remove it".formatted(word(kind)));
  }

  private static String word(FaultKind kind) {
    return Key.word(kind);
  }

  private double amount(Fields fields, FaultKind kind, @Nullable Channel part) {
    Unit unit = part == null ? Unit.ONE : part.unit();
    return switch (kind) {
      case SPIKE -> fields.needed("size").quantity(unit);
      case DRIFT -> fields.needed("rate").perSecond(unit);
      case DELAY ->
          fields
              .needed("delay")
              .quantity(Unit.SECOND, 0, LONGEST_DELAY_SECONDS, "a longer one is a dropout");
      case BIT_FLIP -> resolution(fields, part);
      case WEAK -> fields.field("factor").number();
      case CLOCK_STEP -> fields.needed("step").quantity(Unit.SECOND);
      default -> 0;
    };
  }

  /** As written, else that of the simulated sensor, else 0: unknown. */
  private double resolution(Fields fields, @Nullable Channel part) {
    if (part != null && fields.has("resolution")) {
      Field resolution = fields.field("resolution");
      double value = resolution.quantity(part.unit());
      if (value <= 0) {
        resolution.refuse(resolution.quoted() + " must be above 0; leave it out when unknown");
      }
      return value;
    }
    return imperfections.stream()
        .filter(sensor -> part != null && sensor.channel().equals(part.name()))
        .mapToDouble(SimSensor::resolution)
        .findFirst()
        .orElse(0);
  }

  private static double seconds(Field at) {
    double value = at.quantity(Unit.SECOND);
    if (value < 0) {
      at.refuse(at.quoted() + " must not be negative; a run begins at 0 s");
    }
    return value;
  }

  private static double positive(Field time) {
    double value = time.quantity(Unit.SECOND);
    if (value <= 0) {
      time.refuse(time.quoted() + " must be above 0 s; or leave it out");
    }
    return value;
  }

  private record Part(String name, double amount) {}
}
