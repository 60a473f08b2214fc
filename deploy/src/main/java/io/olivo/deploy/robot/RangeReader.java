package io.olivo.deploy.robot;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Quantity;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code range: [-3 rad, 3 rad]}; the unit of a channel follows from it. */
final class RangeReader {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*(.*)");

  private RangeReader() {}

  /** The channel that a range describes; null when it is wrong. */
  static @Nullable Channel channel(String name, Field range) {
    List<Field> ends = range.items();
    if (ends.size() != 2) {
      if (range.isList()) {
        range.wrong("must have two ends, not " + ends.size());
      }
      return null;
    }
    Unit unit = unit(name, ends);
    return unit == null ? null : channel(name, unit, range, ends);
  }

  private static @Nullable Channel channel(String name, Unit unit, Field range, List<Field> ends) {
    double min = ends.get(0).quantity(unit);
    double max = ends.get(1).quantity(unit);
    if (min >= max) {
      range.refuse(
          "[%s, %s] is empty or inverted; write the lower end first, then the higher"
              .formatted(ends.get(0).text(), ends.get(1).text()));
      return null;
    }
    return min < max ? range.attempt(() -> new Channel(name, unit, min, max)) : null;
  }

  /** Either end may tell the unit; else the last part of the name may, as in shoulder.torque. */
  private static @Nullable Unit unit(String name, List<Field> ends) {
    String low = symbol(ends.get(0));
    String high = symbol(ends.get(1));
    if (low == null || high == null) {
      return null;
    }
    String symbol = low.isEmpty() ? high : low;
    if (!symbol.isEmpty()) {
      return known(symbol, low.isEmpty() ? ends.get(1) : ends.get(0));
    }
    Unit named = fromName(name);
    if (named == null) {
      String text = ends.get(0).text();
      ends.get(0)
          .refuse(
              "\"%s\" has no unit; write for example \"%s rad\", or \"%s 1\" for a plain number"
                  .formatted(text, text, text));
    }
    return named;
  }

  private static @Nullable String symbol(Field end) {
    Matcher matcher = QUANTITY.matcher(end.text());
    if (!matcher.matches()) {
      if (!end.text().isEmpty()) {
        end.refuse(end.quoted() + " is not a finite number with a unit; write for example 1.5 rad");
      }
      return null;
    }
    return matcher.group(1).strip();
  }

  private static @Nullable Unit known(String symbol, Field end) {
    for (Unit unit : Unit.values()) {
      if (spells(symbol, unit)) {
        return unit;
      }
    }
    end.refuse(
        "%s is in '%s', which is no known unit; known are %s"
            .formatted(
                end.quoted(),
                symbol,
                Stream.of(Unit.values()).map(Unit::symbol).collect(Collectors.joining(", "))));
    return null;
  }

  private static boolean spells(String symbol, Unit unit) {
    try {
      Quantity.parse("1 " + symbol, unit);
      return true;
    } catch (IllegalArgumentException another) {
      return false;
    }
  }

  private static @Nullable Unit fromName(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return Stream.of(Unit.values())
        .filter(unit -> unit != Unit.ONE && unit.quantity().equals(last))
        .findFirst()
        .orElse(null);
  }
}
