package io.olivo.deploy.robot;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the robot shall do: track or cancel. */
final class SkillReader {
  private final TrackReader track;
  private final CancelReader cancel;

  SkillReader(Names names, Path file) {
    track = new TrackReader(names, file);
    cancel = new CancelReader(names);
  }

  /** The skill; null when it is wrong. */
  @Nullable SkillSpec read(Fields skill) {
    boolean tracks = skill.has("track");
    if (tracks != skill.has("cancel")) {
      Fields feedback = skill.block("feedback");
      return tracks
          ? track.read(skill.block("track"), feedback)
          : cancel.read(skill.block("cancel"), feedback);
    }
    if (skill.self().isBlock()) {
      skill
          .self()
          .refuse(
              tracks
                  ? "has both track and cancel; keep one of the two"
                  : "has neither track nor cancel; write for example \"track: { joints: [elbow],"
                      + " reference: sines }\"");
    }
    return null;
  }

  /** A list of different names, at least one. */
  static List<Field> names(Field list) {
    List<Field> items = list.items();
    if (list.isList() && items.isEmpty()) {
      list.wrong("is an empty list");
    }
    Set<String> seen = new HashSet<>();
    for (Field item : items) {
      if (!item.text().isEmpty() && !seen.add(item.text())) {
        item.refuse(item.quoted() + " is here twice; name it once");
      }
    }
    return items;
  }

  /** Plain numbers, one per item; none at all when their number is wrong. */
  static List<Double> perItem(Field list, int wanted, String what) {
    List<Double> numbers = list.numbers();
    int written = list.isList() ? list.items().size() : 1;
    requireSize(list, written, wanted, what);
    return numbers.size() == wanted ? numbers : List.of();
  }

  static void requireSize(Field list, int written, int wanted, String what) {
    if (list.present() && wanted > 0 && written != wanted) {

      list.refuse(
          "has %s, but there %s %s; write one per %s"
              .formatted(
                  count(written, "value"), wanted == 1 ? "is" : "are", count(wanted, what), what));
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** Refuses feedback keys that belong to the other kind of skill. */
  static void refuseOthers(Fields feedback, String other, String... keys) {
    for (String key : keys) {
      if (feedback.has(key)) {
        feedback.field(key).refuse("belongs to a skill of the kind '" + other + "'; remove it");
      }
    }
  }
}
