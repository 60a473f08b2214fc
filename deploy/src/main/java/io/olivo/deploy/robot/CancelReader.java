package io.olivo.deploy.robot;

import io.olivo.deploy.robot.Names.Named;
import io.olivo.deploy.robot.Names.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a skill that drives measured errors to zero. */
final class CancelReader {
  private final Names names;

  CancelReader(Names names) {
    this.names = names;
  }

  SkillSpec read(Fields cancel, Fields feedback) {
    SkillReader.refuseOthers(feedback, "track", "kp", "kd", "plus");
    List<Field> errors = SkillReader.names(cancel.field("errors"));
    List<Field> actuators = SkillReader.names(cancel.field("actuators"));
    List<Field> sources = feedback.needed("from").items();
    SkillReader.requireSize(cancel.field("actuators"), actuators.size(), errors.size(), "error");
    SkillReader.requireSize(feedback.field("from"), sources.size(), errors.size(), "error");
    List<Double> gain = SkillReader.perItem(feedback.needed("gain"), errors.size(), "error");
    List<@Nullable Named> error = errors.stream().map(this::measured).toList();
    List<@Nullable Named> actuator = actuators.stream().map(this::actuator).toList();
    List<@Nullable Named> source = sources.stream().map(this::measured).toList();
    return new SkillSpec.Cancel(axes(error, actuator, source, gain));
  }

  /** As many as are complete; for the others there is a problem already. */
  private static List<Axis> axes(
      List<@Nullable Named> error,
      List<@Nullable Named> actuator,
      List<@Nullable Named> source,
      List<Double> gain) {
    List<Axis> axes = new ArrayList<>();
    int complete =
        Math.min(Math.min(error.size(), actuator.size()), Math.min(source.size(), gain.size()));
    for (int i = 0; i < complete; i++) {
      Named e = error.get(i);
      Named a = actuator.get(i);
      Named s = source.get(i);
      if (e != null && a != null && s != null) {
        axes.add(new Axis(e.name(), a.name(), s.name(), gain.get(i)));
      }
    }
    return axes;
  }

  private @Nullable Named measured(Field field) {
    return names.known(field, named -> named.role() != Role.ACTUATOR, "sensor");
  }

  private @Nullable Named actuator(Field field) {
    return names.known(field, named -> named.role() == Role.ACTUATOR, "actuator");
  }
}
