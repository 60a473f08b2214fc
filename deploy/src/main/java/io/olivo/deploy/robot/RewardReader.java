package io.olivo.deploy.robot;

import io.olivo.deploy.robot.Names.Named;
import io.olivo.deploy.robot.Names.Role;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a skill that collects reward. */
final class RewardReader {
  private static final double LONGEST_SECONDS = 3600;

  private final Names names;

  RewardReader(Names names) {
    this.names = names;
  }

  SkillSpec read(Fields reward) {
    List<String> actuators =
        SkillReader.names(reward.field("actuators")).stream()
            .map(field -> names.known(field, it -> it.role() == Role.ACTUATOR, "actuator"))
            .filter(Objects::nonNull)
            .map(Named::name)
            .toList();
    double horizon =
        reward
            .field("horizon")
            .quantity(Unit.SECOND, 0, LONGEST_SECONDS, "a few seconds are usual");
    Field end = reward.field("ends_when");
    return new SkillSpec.Reward(
        reward.field("of").text(),
        actuators,
        horizon,
        end.present() ? Optional.of(end.text()) : Optional.empty(),
        hold(reward.field("hold")));
  }

  private static OptionalDouble hold(Field hold) {
    return hold.present() ? OptionalDouble.of(hold.number()) : OptionalDouble.empty();
  }
}
