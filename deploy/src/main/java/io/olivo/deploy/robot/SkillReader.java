package io.olivo.deploy.robot;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the robot shall do: track, cancel or collect reward. */
final class SkillReader {
  private static final List<String> KINDS = List.of("track", "cancel", "reward");

  private final TrackReader track;
  private final CancelReader cancel;
  private final RewardReader reward;

  SkillReader(Names names, Path file) {
    track = new TrackReader(names, file);
    cancel = new CancelReader(names);
    reward = new RewardReader(names);
  }

  /** The skill; null when it is wrong. */
  @Nullable SkillSpec read(Fields skill) {
    List<String> kinds = KINDS.stream().filter(skill::has).toList();
    if (kinds.size() == 1) {
      return read(skill, kinds.getFirst());
    }
    if (skill.self().isBlock()) {
      skill
          .self()
          .refuse(
              kinds.isEmpty()
                  ? "has none of track, cancel and reward; write for example \"track: { joints:"
                      + " [elbow], reference: sines }\""
                  : "has %s; keep one of them".formatted(String.join(" and ", kinds)));
    }
    return null;
  }

  private @Nullable SkillSpec read(Fields skill, String kind) {
    if (kind.equals("reward")) {
      if (skill.has("feedback")) {
        skill.field("feedback").refuse("is not for a reward: all of it is learned; remove it");
      }
      return reward.read(skill.block("reward"));
    }
    skill.needed("feedback");
    Fields feedback = skill.block("feedback");
    return kind.equals("track")
        ? track.read(skill.block("track"), feedback)
        : cancel.read(skill.block("cancel"), feedback);
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
