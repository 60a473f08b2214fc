package io.olivo.controller.wire;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;

/** Lists of channels: {@code [{"name":"shoulder.angle","unit":"rad","min":-3.2,"max":3.2}]}. */
final class ChannelJson {
  private String name = "";
  private Unit unit = Unit.ONE;
  private double min = Double.NaN; // a channel without its range is refused
  private double max = Double.NaN;

  private ChannelJson() {}

  static void write(JsonOut out, String field, List<Channel> channels) {
    out.beginArray(field);
    for (Channel channel : channels) {
      out.begin().text("name", channel.name()).text("unit", channel.unit().symbol());
      out.number("min", channel.min()).number("max", channel.max()).end();
    }
    out.endArray();
  }

  static List<Channel> read(JsonIn in) throws WireException {
    List<Channel> channels = new ArrayList<>();
    in.objects((nameless, element) -> channels.add(readOne(element)));
    return channels;
  }

  private static Channel readOne(JsonIn in) throws WireException {
    ChannelJson draft = new ChannelJson();
    in.object(draft::take);
    try {
      return new Channel(draft.name, draft.unit, draft.min, draft.max);
    } catch (IllegalArgumentException refused) {
      throw new WireException(String.valueOf(refused.getMessage()));
    }
  }

  private void take(String field, JsonIn in) throws WireException {
    switch (field) {
      case "name" -> name = in.text();
      case "unit" -> unit = unitOf(in.text());
      case "min" -> min = in.number();
      case "max" -> max = in.number();
      default -> in.skip();
    }
  }

  private static Unit unitOf(String symbol) throws WireException {
    for (Unit unit : Unit.values()) {
      if (unit.symbol().equals(symbol)) {
        return unit;
      }
    }
    throw new WireException("no unit \"" + symbol + "\"");
  }
}
