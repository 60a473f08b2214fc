package io.olivo.deploy.robot;

import io.olivo.deploy.robot.Names.Named;
import io.olivo.deploy.robot.Names.Role;
import io.olivo.sensors.Unit;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a skill that follows a path; finds the channels of each joint by name and unit. */
final class TrackReader {
  private final Names names;
  private final Path file;

  TrackReader(Names names, Path file) {
    this.names = names;
    this.file = file;
  }

  @Nullable SkillSpec read(Fields track, Fields feedback) {
    SkillReader.refuseOthers(feedback, "cancel", "from", "gain");
    List<Field> named = SkillReader.names(track.field("joints"));
    List<Double> kp = SkillReader.perItem(feedback.needed("kp"), named.size(), "joint");
    List<Double> kd = SkillReader.perItem(feedback.needed("kd"), named.size(), "joint");
    ReferenceSpec reference = reference(track);
    List<String> plus = plus(feedback.field("plus"), named.size());
    List<Joint> joints = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      double p = i < kp.size() ? kp.get(i) : Double.NaN;
      double d = i < kd.size() ? kd.get(i) : Double.NaN;
      Joint joint = joint(named.get(i), p, d);
      if (joint != null) {
        joints.add(joint);
      }
    }
    return reference == null ? null : new SkillSpec.Track(joints, reference, plus);
  }

  private static List<String> plus(Field field, int joints) {
    if (!field.present()) {
      return List.of();
    }
    List<Field> formulas = field.items();
    SkillReader.requireSize(field, formulas.size(), joints, "joint");
    return formulas.stream().map(Field::text).toList();
  }

  private @Nullable Joint joint(Field field, double kp, double kd) {
    String joint = field.text();
    if (joint.isEmpty() || !anythingUnder(joint, field)) {
      return null;
    }
    Named position = position(field, joint);
    Named velocity = velocity(field, joint);
    Predicate<Named> drives = named -> named.role() == Role.ACTUATOR;
    Named actuator = only(field, joint, "actuator", "range, rate and safe", drives);
    return position == null || velocity == null || actuator == null
        ? null
        : new Joint(joint, position.name(), velocity.name(), actuator.name(), kp, kd);
  }

  private boolean anythingUnder(String joint, Field field) {
    if (!names.under(joint, named -> true).isEmpty()) {
      return true;
    }
    List<String> known =
        names.names(named -> named.name().contains(".")).stream()
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .distinct()
            .toList();
    field.refuse(
        "there are no channels named '%s.*'%s; there are %s"
            .formatted(joint, Nearest.hint(joint, known), Names.listed(known)));
    return false;
  }

  private @Nullable Named position(Field field, String joint) {
    return only(
        field,
        joint,
        "sensor of its position (rad or m)",
        "range: [-3 rad, 3 rad]",
        named -> named.role() == Role.SENSOR && hasUnit(named, Unit::isPosition));
  }

  private @Nullable Named velocity(Field field, String joint) {
    return only(
        field,
        joint,
        "channel of its velocity (rad/s or m/s)",
        "derive: " + joint + ".angle, filter: derivative, cutoff: 40 Hz, range: ...",
        named -> named.role() != Role.ACTUATOR && hasUnit(named, Unit::isVelocity));
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
      String all = Names.listed(found.stream().map(Named::name).toList());
      field.refuse(
          "joint %s has more than one %s: %s; rename all but one"
              .formatted(field.quoted(), what, all));
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
}
