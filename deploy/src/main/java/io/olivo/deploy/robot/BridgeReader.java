package io.olivo.deploy.robot;

import io.olivo.sensors.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who else is told of the robot. */
final class BridgeReader {
  private static final double SHORTEST = .5; // s
  private static final double LONGEST = 3600; // s
  private static final Pattern GROUP = Pattern.compile("[^+/#]{1,64}"); // tck-id topic-structure

  private BridgeReader() {}

  /**
   * @param channels that the robot has
   */
  static BridgeSpec read(Fields link, Stream<String> channels) {
    return new BridgeSpec(
        link.has("home_assistant")
            ? Optional.of(homeAssistant(link.block("home_assistant"), channels))
            : Optional.empty(),
        link.has("sparkplug") ? Optional.of(sparkplug(link.block("sparkplug"))) : Optional.empty());
  }

  private static HomeAssistantSpec homeAssistant(Fields block, Stream<String> channels) {
    HomeAssistantSpec.Use use = block.field("use").choice(HomeAssistantSpec.Use.class);
    return new HomeAssistantSpec(
        use == null ? HomeAssistantSpec.Use.SHOW : use,
        every(block, "it keeps every value for days, so leave it some peace"),
        known(block.field("channels"), channels.collect(Collectors.toSet())));
  }

  private static List<String> known(Field list, Set<String> channels) {
    List<String> named = list.items().stream().map(Field::text).toList();
    for (String name : named) {
      if (!name.isEmpty() && !channels.contains(name)) {
        list.refuse("\"" + name + "\" is no channel of this robot");
      }
    }
    return named;
  }

  private static SparkplugSpec sparkplug(Fields block) {
    Field group = block.field("group");
    String id = group.text();
    if (!id.isEmpty() && !GROUP.matcher(id).matches()) {
      group.refuse(group.quoted() + " must be 1 to 64 characters without + / #, such as plant1");
    }
    return new SparkplugSpec(id, every(block, "1 s is usual"));
  }

  private static double every(Fields block, String why) {
    return block.field("every").quantity(Unit.SECOND, SHORTEST, LONGEST, why);
  }
}
