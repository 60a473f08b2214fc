package io.olivo.deploy.robot;

import io.olivo.deploy.robot.Names.Named;
import io.olivo.deploy.robot.Names.Role;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.filter.Fusion;
import io.olivo.sensors.filter.LowPass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sensors: all raw ones first, then those computed from several of them, so that any
 * other derived one may name them.
 */
final class SensorReader {
  private final Names names;
  private final double rateHertz; // NaN when the file has it wrong
  private final List<Channel> raw = new ArrayList<>();
  private final List<DerivedSpec> derived = new ArrayList<>();
  private final Map<String, Double> fastest = new LinkedHashMap<>();
  private final DeviceReader devices;

  SensorReader(Names names, DeviceReader devices, double rateHertz) {
    this.names = names;
    this.devices = devices;
    this.rateHertz = rateHertz;
  }

  void read(Fields sensors) {
    var blocks = sensors.namedBlocks();
    blocks.forEach((name, fields) -> readIf(!fields.has("derive"), name, fields));
    blocks.forEach((name, fields) -> readIf(isFused(fields), name, fields));
    blocks.forEach((name, fields) -> readIf(isFiltered(fields), name, fields));
    boolean noneRaw = blocks.values().stream().allMatch(fields -> fields.has("derive"));
    if (sensors.self().isBlock() && noneRaw) {
      sensors.self().wrong("has no sensor that isn't derived");
    }
  }

  private static boolean isFused(Fields fields) {
    return fields.has("derive") && fields.field("derive").isList();
  }

  private static boolean isFiltered(Fields fields) {
    return fields.has("derive") && !fields.field("derive").isList();
  }

  List<Channel> raw() {
    return raw;
  }

  List<DerivedSpec> derived() {
    return derived;
  }

  Map<String, Double> fastest() {
    return fastest;
  }

  private void readIf(boolean turn, String name, Fields fields) {
    if (!turn) {
      return;
    }
    Field self = fields.self();
    Channel channel =
        names.acceptable(name, self) ? RangeReader.channel(name, fields.field("range")) : null;
    if (fields.has("derive")) {
      if (fields.has("fastest")) {
        fields.field("fastest").refuse("is for raw sensors; write it at the one this derives from");
      }
      if (fields.has("from")) {
        fields.field("from").refuse("is for raw sensors; a derived one is computed");
      }
      derive(fields, channel);
      names.add(name, Role.DERIVED, channel, self);
    } else {
      refuseFilter(fields);
      names.add(name, Role.SENSOR, channel, self);
      if (channel != null) {
        raw.add(channel);
        devices.connect(channel, fields, "from");
        readFastest(channel, fields);
      }
    }
  }

  private void readFastest(Channel channel, Fields fields) {
    if (fields.has("fastest")) {
      Field field = fields.field("fastest");
      double perSecond = field.perSecond(channel.unit());
      if (perSecond <= 0) {
        field.refuse(field.quoted() + " must be above 0, or no reading would ever be believed");
      }
      fastest.put(channel.name(), perSecond);
    }
  }

  private static void refuseFilter(Fields fields) {
    for (String key : List.of("filter", "cutoff", "tau")) {
      if (fields.has(key)) {
        fields.field(key).refuse("needs 'derive' beside it; add derive: <channel>, or remove this");
      }
    }
  }

  private void derive(Fields fields, @Nullable Channel channel) {
    FilterKind kind = fields.field("filter").choice(FilterKind.class);
    double tau = tau(fields);
    Field from = fields.field("derive");
    if (kind != null && kind.isFusion() != from.isList()) {
      from.refuse(
          from.isList()
              ? "is a list, but a %s has one source; name it alone".formatted(Key.word(kind))
              : "needs three sensors: a rate of turn, and accelerations along and up; write a list");
      return;
    }
    if (kind != null && kind.isFusion()) {
      fuse(kind, from, fields.field("range"), channel, tau);
      return;
    }
    Named source = names.known(from, named -> true, "sensor, earlier derived channel or actuator");
    if (kind == null || source == null || channel == null || source.channel() == null) {
      return;
    }
    int before = from.problems().count();
    checkUnit(kind, source.channel(), channel, fields.field("range"), from);
    if (from.problems().count() == before && !Double.isNaN(tau)) {
      derived.add(new DerivedSpec(channel, List.of(source.name()), kind, tau));
    }
  }

  private void fuse(
      FilterKind kind, Field from, Field range, @Nullable Channel channel, double tau) {
    int before = from.problems().count();
    List<Channel> sources = new ArrayList<>();
    for (Field one : from.items()) {
      Named source = names.known(one, named -> named.role() != Role.ACTUATOR, "sensor");
      if (source == null || source.channel() == null) {
        return;
      }
      sources.add(source.channel());
    }
    if (channel == null || Double.isNaN(tau)) {
      return;
    }
    Fusion fusion = DerivedSpec.fusion(kind, tau, 1);
    checkUnits(kind, sources, fusion.inputs(), from);
    if (channel.unit() != Unit.RADIAN) {
      range.refuse("is in %s, but a tilt is in rad".formatted(channel.unit().symbol()));
    }
    if (from.problems().count() == before) {
      derived.add(
          new DerivedSpec(channel, sources.stream().map(Channel::name).toList(), kind, tau));
    }
  }

  private static void checkUnits(
      FilterKind kind, List<Channel> sources, List<Unit> wanted, Field from) {
    if (!sources.stream().map(Channel::unit).toList().equals(wanted)) {
      from.refuse(
          "a %s needs channels in %s, in this order"
              .formatted(Key.word(kind), wanted.stream().map(Unit::symbol).toList()));
    }
  }

  private static void checkUnit(
      FilterKind kind, Channel source, Channel channel, Field range, Field from) {
    if (kind == FilterKind.DERIVATIVE && !source.unit().isPosition()) {
      from.refuse(
          "\"%s\" is a %s, but a derivative needs a position (rad or m)"
              .formatted(source.name(), source.unit().quantity()));
      return;
    }
    Unit expected = kind == FilterKind.DERIVATIVE ? source.unit().perSecond() : source.unit();
    if (channel.unit() != expected) {
      range.refuse(
          "is in %s, but the %s of %s is in %s; write the range in %s"
              .formatted(
                  channel.unit().symbol(),
                  Key.word(kind),
                  source.name(),
                  expected.symbol(),
                  expected.symbol()));
    }
  }

  private double tau(Fields fields) {
    Field cutoff = fields.field("cutoff");
    Field tau = fields.field("tau");
    if (cutoff.present() == tau.present()) {
      fields
          .self()
          .refuse(
              cutoff.present()
                  ? "has both cutoff and tau; keep one of the two"
                  : "a derived channel needs a filter time; add for example \"cutoff: 40 Hz\"");
      return Double.NaN;
    }
    return tau.present() ? timeConstant(tau) : LowPass.tauOf(frequency(cutoff));
  }

  private static double timeConstant(Field tau) {
    double value = tau.quantity(Unit.SECOND);
    if (value <= 0) {
      tau.refuse(tau.quoted() + " must be above 0 s");
      return Double.NaN;
    }
    return value;
  }

  private double frequency(Field cutoff) {
    double value = cutoff.quantity(Unit.HERTZ);
    if (value <= 0 || value >= rateHertz / 2) {
      cutoff.refuse(
          "%s must be above 0 Hz and below half the loop's rate, or the filter would do"
                  .formatted(cutoff.quoted())
              + " nothing");
      return Double.NaN;
    }
    return value;
  }
}
