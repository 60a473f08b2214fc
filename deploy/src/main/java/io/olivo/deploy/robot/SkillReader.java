package io.olivo.deploy.robot;

import io.olivo.deploy.robot.Names.Named;
import io.olivo.deploy.robot.Names.Role;
import io.olivo.sensors.Unit;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what the robot shall do: track or cancel. */
final class SkillReader {
  private final Names names;
  private final Path file;

  SkillReader(Names names, Path file) {
    this.names = names;
    this.file = file;
  }

  /** The skill; null when it is wrong. */
  @Nullable SkillSpec read(Fields skill) {
    boolean track = skill.has("track");
    if (track == skill.has("cancel")) {
      if (skill.self().isBlock()) {
        skill
            .self()
            .refuse(
                track
                    ? "has both track and cancel; keep one of the two"
                    : "has neither track nor cancel; write for example \"track: { joints: [elbow],"
                        + " reference: sines }\"");
      }
      return null;
    }
    return track ? track(skill) : cancel(skill);
  }

  private @Nullable SkillSpec track(Fields skill) {
    Fields track = skill.block("track");
    Fields feedback = skill.block("feedback");
    refuseOthers(feedback, "cancel", "from", "gain");
    List<Field> named = named(track.field("joints"));
    List<Double> kp = perItem(feedback.needed("kp"), named.size(), "joint");
    List<Double> kd = perItem(feedback.needed("kd"), named.size(), "joint");
    ReferenceSpec reference = reference(track);
    List<Joint> joints = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      JointChannels found = joint(named.get(i));
      if (found != null && i < kp.size() && i < kd.size()) {
        joints.add(found.with(kp.get(i), kd.get(i)));
      }
    }
    return reference == null ? null : new SkillSpec.Track(joints, reference);
  }

  private record JointChannels(String name, String position, String velocity, String actuator) {
    Joint with(double kp, double kd) {
      return new Joint(name, position, velocity, actuator, kp, kd);
    }
  }

  private @Nullable JointChannels joint(Field field) {
    String joint = field.text();
    if (joint.isEmpty()) {
      return null;
    }
    Named position =
        only(
            field,
            joint,
            "sensor of its position (rad or m)",
            "range: [-3 rad, 3 rad]",
            named -> named.role() == Role.SENSOR && hasUnit(named, u -> u.isPosition()));
    Named velocity =
        only(
            field,
            joint,
            "channel of its velocity (rad/s or m/s)",
            "derive: " + joint + ".angle, filter: derivative, cutoff: 40 Hz",
            named -> named.role() != Role.ACTUATOR && hasUnit(named, u -> u.isVelocity()));
    Named actuator =
        only(
            field,
            joint,
            "actuator",
            "range, rate and safe",
            named -> named.role() == Role.ACTUATOR);
    return position == null || velocity == null || actuator == null
        ? null
        : new JointChannels(joint, position.name(), velocity.name(), actuator.name());
  }

  private static boolean hasUnit(Named named, Predicate<Unit> test) {
    return named.channel() != null && test.test(named.channel().unit());
  }

  /** The only one; silent when one under this name was wrong, for that is a problem already. */
  private @Nullable Named only(
      Field field, String joint, String what, String show, Predicate<Named> which) {
    List<Named> found = names.under(joint, which);
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      field.refuse(
          "joint \"%s\" has more than one %s: %s; rename all but one"
              .formatted(joint, what, Field.all(found.stream().map(Named::name).toList())));
    } else if (names.under(joint, named -> named.channel() == null).isEmpty()) {
      field.refuse(
          "joint %s has no %s; add one named '%s.*' with { %s }"
              .formatted(field.quoted(), what, joint, show));
    }
    return null;
  }

  private @Nullable ReferenceSpec reference(Fields track) {
    Field reference = track.field("reference");
    if (reference.isBlock()) {
      return recorded(track.block("reference").field("file"));
    }
    ReferenceSpec.Shape shape = reference.choice(ReferenceSpec.Shape.class);
    return shape == null ? null : new ReferenceSpec.Made(shape);
  }

  private @Nullable ReferenceSpec recorded(Field field) {
    String text = field.text();
    if (text.isEmpty()) {
      return null;
    }
    try {
      Path path = file.toAbsolutePath().resolveSibling(text);
      if (Files.isRegularFile(path)) {
        return new ReferenceSpec.Recorded(path);
      }
    } catch (InvalidPathException odd) {
      // falls through: such a file can't exist
    }
    field.refuse(field.quoted() + " is not there; the path counts from the robot file's folder");
    return null;
  }

  private @Nullable SkillSpec cancel(Fields skill) {
    Fields cancel = skill.block("cancel");
    Fields feedback = skill.block("feedback");
    refuseOthers(feedback, "track", "kp", "kd");
    List<Field> errors = named(cancel.field("errors"));
    List<Field> actuators = named(cancel.field("actuators"));
    Field from = feedback.needed("from");
    List<Field> sources = from.items();
    List<Double> gain = perItem(feedback.needed("gain"), errors.size(), "error");
    matches(cancel.field("actuators"), actuators.size(), errors.size(), "error");
    matches(from, sources.size(), errors.size(), "error");
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      Named error = measured(errors.get(i));
      Named actuator = i < actuators.size() ? actuator(actuators.get(i)) : null;
      Named source = i < sources.size() ? measured(sources.get(i)) : null;
      if (error != null && actuator != null && source != null && i < gain.size()) {
        axes.add(new Axis(error.name(), actuator.name(), source.name(), gain.get(i)));
      }
    }
    return new SkillSpec.Cancel(axes);
  }

  private @Nullable Named measured(Field field) {
    return names.known(field, named -> named.role() != Role.ACTUATOR, "sensor");
  }

  private @Nullable Named actuator(Field field) {
    return names.known(field, named -> named.role() == Role.ACTUATOR, "actuator");
  }

  /** A list of different names, at least one. */
  private static List<Field> named(Field list) {
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

  private static List<Double> perItem(Field list, int wanted, String what) {
    List<Double> numbers = list.numbers();
    int written = list.isList() ? list.items().size() : 1;
    matches(list, written, wanted, what);
    return numbers.size() == wanted ? numbers : List.of();
  }

  private static void matches(Field list, int written, int wanted, String what) {
    if (list.present() && wanted > 0 && written != wanted) {
      list.refuse(
          "has %d value%s, but there %s %d %s%s; write one per %s"
              .formatted(
                  written,
                  written == 1 ? "" : "s",
                  wanted == 1 ? "is" : "are",
                  wanted,
                  what,
                  wanted == 1 ? "" : "s",
                  what));
    }
  }

  private static void refuseOthers(Fields feedback, String other, String... keys) {
    for (String key : keys) {
      if (feedback.has(key)) {
        feedback.field(key).refuse("belongs to a skill of the kind '" + other + "'; remove it");
      }
    }
  }
}
