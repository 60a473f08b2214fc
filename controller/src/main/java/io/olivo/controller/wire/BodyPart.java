package io.olivo.controller.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One part of a robot's body, for a sketch. It begins where the part before ends, and moves there
 * by {@code at} and its channel; then it reaches along its own x axis.
 *
 * @param channel whose value moves it [rad or m]; empty for a part that is fixed
 * @param motion turns about its axis, or slides along it
 * @param axis of the part before it
 * @param at how far it has moved when its channel says 0 [rad or m]
 * @param lengthMetres how far it reaches [m]
 */
public record BodyPart(String channel, Motion motion, Axis axis, double at, double lengthMetres) {
  /** A part that turns. */
  public static BodyPart turning(String channel, Axis axis, double atRadians, double length) {
    return new BodyPart(channel, Motion.TURN, axis, atRadians, length);
  }

  /** A part that slides. */
  public static BodyPart sliding(String channel, Axis axis) {
    return new BodyPart(channel, Motion.SLIDE, axis, 0, 0);
  }

  /** How a part moves. */
  public enum Motion {
    TURN,
    SLIDE
  }

  /** Which way: x ahead, y to the left, z up. */
  public enum Axis {
    X,
    Y,
    Z
  }

  void write(JsonOut out) {
    out.begin().text("channel", channel).text("motion", word(motion)).text("axis", word(axis));
    if (at != 0) {
      out.number("at", at);
    }
    out.number("length", lengthMetres).end();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static List<BodyPart> readAll(JsonIn in) throws WireException {
    List<BodyPart> parts = new ArrayList<>();
    in.objects((nameless, element) -> parts.add(read(element)));
    return parts;
  }

  private static BodyPart read(JsonIn in) throws WireException {
    Draft draft = new Draft();
    in.object(draft::take);
    return new BodyPart(draft.channel, draft.motion, draft.axis, draft.at, draft.length);
  }

  private static final class Draft {
    private String channel = "";
    private Motion motion = Motion.TURN;
    private Axis axis = Axis.Z;
    private double at;
    private double length;

    void take(String name, JsonIn in) throws WireException {
      switch (name) {
        case "channel" -> channel = in.text();
        case "motion" -> motion = one(Motion.values(), in.text());
        case "axis" -> axis = one(Axis.values(), in.text());
        case "at" -> at = in.number();
        case "length" -> length = in.number();
        default -> in.skip();
      }
    }

    private static <E extends Enum<E>> E one(E[] all, String text) throws WireException {
      for (E value : all) {
        if (word(value).equals(text)) {
          return value;
        }
      }
      throw new WireException("\"" + text + "\" is none of " + List.of(all));
    }
  }
}
