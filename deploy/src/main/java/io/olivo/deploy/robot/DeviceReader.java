package io.olivo.deploy.robot;

import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Quantity;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts that a robot is built of. */
final class DeviceReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");
  private static final double FASTEST_HERTZ = 10_000;
  private static final int MOST_CPUS = 1024;
  private static final Pattern PIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*\\.\\d+|gpio-\\d+|pwm-\\d+\\.\\d+");

  private final double loopHertz; // NaN when the file has it wrong
  private final List<DeviceSpec> devices = new ArrayList<>();
  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>(); // also of those that are wrong

  DeviceReader(double loopHertz) {
    this.loopHertz = loopHertz;
  }

  /** First the devices themselves. */
  DeviceReader read(Fields all) {
    all.namedBlocks().forEach(this::read);
    return this;
  }

  /** All that was read, once every channel was connected. */
  HardwareSpec hardware(Fields board) {
    return new HardwareSpec(board(board), devices, connections);
  }

  private static BoardSpec board(Fields fields) {
    BoardSpec.Backend i2c = fields.field("i2c").choice(BoardSpec.Backend.class);
    BoardSpec.Backend gpio = fields.field("gpio").choice(BoardSpec.Backend.class);
    Field chip = fields.field("gpio_chip");
    if (!chip.text().startsWith("/dev/")) {
      chip.refuse(chip.quoted() + " is no device; write for example /dev/gpiochip0");
    }
    return new BoardSpec(
        i2c == null ? BoardSpec.Backend.LINUX : i2c,
        gpio == null ? BoardSpec.Backend.LINUX : gpio,
        chip.text(),
        realtime(fields));
  }

  /** Defaults hold on a board only, so what is not written stays unsaid. */
  private static RealtimeSpec realtime(Fields fields) {
    return new RealtimeSpec(
        said(fields, "priority", field -> field.whole(0, RealtimeConfig.HIGHEST)),
        said(fields, "cpu", field -> field.whole(0, MOST_CPUS - 1)),
        said(fields, "lock_memory", Field::truth));
  }

  private static <T> Optional<T> said(Fields fields, String key, Function<Field, T> read) {
    return fields.has(key) ? Optional.of(read.apply(fields.field(key))) : Optional.empty();
  }

  private void read(String name, Fields fields) {
    names.add(name);
    if (!NAME.matcher(name).matches()) {
      fields
          .self()
          .refuse("the name of a device is a letter, then letters, digits and _, such as imu");
    }
    ChipKind chip = fields.needed("chip").choice(ChipKind.class);
    if (chip != null) {
      int before = fields.self().problems().count();
      DeviceSpec device = device(name, chip, fields);
      if (fields.self().problems().count() == before) {
        devices.add(device);
      }
    }
  }

  private DeviceSpec device(String name, ChipKind chip, Fields fields) {
    refuseOthers(chip, fields);
    return new DeviceSpec(
        name,
        chip,
        chip.bus() == BusKind.PINS ? "" : bus(chip, fields),
        fields.has("address") ? fields.field("address").i2cAddress() : chip.address(),
        rate(fields),
        pins(chip, fields),
        options(chip, fields));
  }

  private static void refuseOthers(ChipKind chip, Fields fields) {
    List<String> known = chip.known();
    for (String key : fields.written()) {
      if (!known.contains(key)) {
        fields
            .field(key)
            .refuse("means nothing to a %s; it has %s".formatted(Key.word(chip), Field.all(known)));
      }
    }
  }

  private static String bus(ChipKind chip, Fields fields) {
    Field bus = fields.needed("bus");
    if (bus.present() && !chip.bus().isName(bus.text())) {
      bus.refuse(
          "%s is no bus for a %s; write for example %s"
              .formatted(bus.quoted(), Key.word(chip), chip.bus().example()));
    }
    return bus.text();
  }

  private double rate(Fields fields) {
    Field rate = fields.field("rate");
    return rate.present()
        ? rate.quantity(Unit.HERTZ, .1, FASTEST_HERTZ, "else it is asked at every tick")
        : loopHertz;
  }

  private static Map<String, String> pins(ChipKind chip, Fields fields) {
    Map<String, String> pins = new LinkedHashMap<>();
    for (ChipPin pin : chip.pins()) {
      Field field = pin.required() ? fields.needed(pin.key()) : fields.field(pin.key());
      if (field.present() && !PIN.matcher(field.text()).matches()) {
        field.refuse(
            field.quoted()
                + " is neither an output of a device, as in board.0, nor of the computer, as in"
                + " gpio-17 or pwm-0.1");
      }
      pins.put(pin.key(), field.text());
    }
    pins.values().removeIf(String::isEmpty);
    return pins;
  }

  private static Map<String, Quantity> options(ChipKind chip, Fields fields) {
    Map<String, Quantity> values = new LinkedHashMap<>();
    for (ChipOption option : chip.options()) {
      Quantity value = option(chip, option, fields);
      if (value != null) {
        values.put(option.key(), value);
      }
    }
    return values;
  }

  private static @Nullable Quantity option(ChipKind chip, ChipOption option, Fields fields) {
    Field field =
        option.required()
            ? fields.needed(option.key())
            : fields.field(option.key(), option.otherwise());
    Unit unit = option.unit();
    if (unit == null) {
      return field.present() ? field.anyQuantity() : null;
    }
    String why = "no %s does that".formatted(Key.word(chip));
    return new Quantity(field.quantity(unit, option.min(), option.max(), why), unit);
  }

  /** Connects a channel, if its block says to what. */
  void connect(Channel channel, Fields fields, String key) {
    if (fields.has(key)) {
      connections.put(channel.name(), connection(fields, fields.field(key), channel.unit()));
    } else {
      refuseAlone(fields, key);
    }
  }

  private Connection connection(Fields fields, Field field, Unit unit) {
    String text = field.text();
    int dot = text.indexOf('.');
    String device = dot < 0 ? text : text.substring(0, dot);
    if (!names.contains(device)) {
      field.refuse(
          "there is no device named \"%s\"%s; there are %s"
              .formatted(device, Nearest.hint(device, names), Names.listed(names)));
    }
    return new Connection(
        device,
        dot < 0 ? "" : text.substring(dot + 1),
        scale(fields.field("scale")),
        zero(fields, unit));
  }

  private static double scale(Field scale) {
    double value = scale.number();
    if (value == 0) {
      scale.refuse("0 makes nothing of every value; write 1, or -1 to turn it round");
    }
    return value;
  }

  private static double zero(Fields fields, Unit unit) {
    return fields.has("zero") ? fields.field("zero").quantity(unit) : 0;
  }

  private static void refuseAlone(Fields fields, String key) {
    for (String other : List.of("scale", "zero")) {
      if (fields.has(other)) {
        fields.field(other).refuse("needs '%s' beside it".formatted(key));
      }
    }
  }
}
