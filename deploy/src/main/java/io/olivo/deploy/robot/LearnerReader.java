package io.olivo.deploy.robot;

import io.olivo.learning.cerebellum.ClimbingFibreMode;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads who learns, and from what. */
final class LearnerReader {
  private static final int MOST_GRANULES = 65536;
  private static final double LONGEST_DELAY_SECONDS = 2;

  private LearnerReader() {}

  /**
   * @param outputs number of joints or axes, for the length of lists; 0 when it is unknown
   */
  static LearnerSpec read(Fields learner, int outputs) {
    LearnerRule rule = learner.field("rule").choice(LearnerRule.class);
    ClimbingFibreMode fibre = learner.field("climbing_fibre").choice(ClimbingFibreMode.class);
    return new LearnerSpec(
        rule == null ? LearnerRule.NONE : rule,
        learner.field("granules").whole(0, MOST_GRANULES),
        delay(learner.field("sensor_delay")),
        inputs(learner.field("inputs")),
        learner.has("lag")
            ? OptionalDouble.of(delay(learner.field("lag")))
            : OptionalDouble.empty(),
        inertia(learner.field("inertia"), outputs),
        fibre == null ? ClimbingFibreMode.CONTINUOUS : fibre,
        learner.field("climbing_fibre_rate").quantity(Unit.HERTZ),
        NetReader.read(learner));
  }

  private static double delay(Field field) {
    return field.quantity(
        Unit.SECOND, 0, LONGEST_DELAY_SECONDS, "a longer one can't be learned from");
  }

  private static Optional<List<String>> inputs(Field inputs) {
    List<Field> formulas = inputs.numberedItems();
    if (inputs.isList() && formulas.isEmpty()) {
      inputs.refuse("is an empty list; name an input, or remove it to get the usual ones");
    }
    return inputs.present()
        ? Optional.of(formulas.stream().map(Field::text).toList())
        : Optional.empty();
  }

  private static Optional<List<Double>> inertia(Field inertia, int outputs) {
    List<Double> values = inertia.numbers();
    if (values.stream().anyMatch(value -> value <= 0)) {
      inertia.refuse("must be above 0; remove it to have it measured");
    }
    if (inertia.present() && outputs > 0 && values.size() != outputs) {
      inertia.refuse(
          "needs one number per joint or error, that is %d, not %d"
              .formatted(outputs, values.size()));
    }
    return inertia.present() ? Optional.of(values) : Optional.empty();
  }
}
