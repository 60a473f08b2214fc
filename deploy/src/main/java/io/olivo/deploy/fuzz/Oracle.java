package io.olivo.deploy.fuzz;

import io.olivo.controller.link.Message;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be true of a command that was let in, from docs/wire.md alone. It knows nothing of the
 * door, and reads JSON by another reader.
 */
final class Oracle {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> PLAIN =
      Set.of("arm", "disarm", "freeze", "unfreeze", "stop", "snapshot", "rollback");
  private static final int MOST_SEEN = 20_000; // or this would be what grows
  private static final long AHEAD = 30_000; // ms
  private static final long SLACK = 10_000; // ms that may pass between the door and this

  private final String robot;
  private final String session;
  private final Set<String> seen =
      new LinkedHashSet<>(); // who, number and deadline of what was let in

  Oracle(String robot, String session) {
    this.robot = robot;
    this.session = session;
  }

  /** Whether it was right to let this in. */
  boolean allows(Message message, long clockMillis) {
    String home = "olivo/v1/" + robot + "/";
    String there = message.responseTopic();
    boolean addressed =
        there.isEmpty()
            || (there.startsWith(home + "answers/")
                && ID.matcher(there.substring(home.length() + 8)).matches());
    return message.topic().equals(home + "command")
        && !message.retained()
        && message.expirySeconds() > 0
        && message.correlation().length <= 64
        && message.payload().length <= 65_536
        && addressed
        && reads(message.payload(), clockMillis);
  }

  private boolean reads(byte[] payload, long clockMillis) {
    try {
      JsonNode all = JSON.readTree(payload);
      return all.isObject() && isMeant(all, clockMillis) && isSensible(all) && isNew(all);
    } catch (JacksonException noJson) {
      return false;
    }
  }

  private boolean isMeant(JsonNode all, long clockMillis) {
    JsonNode deadline = all.path("deadline_ms");
    return all.path("v").isIntegralNumber()
        && all.path("v").asInt() == 1
        && isText(all, "robot", robot)
        && isText(all, "session", session)
        && deadline.isIntegralNumber()
        && deadline.asLong() >= clockMillis - SLACK
        && deadline.asLong() <= clockMillis + AHEAD;
  }

  private static boolean isText(JsonNode all, String field, String wanted) {
    return all.path(field).isString() && all.path(field).asString().equals(wanted);
  }

  private static boolean isSensible(JsonNode all) {
    if (!all.path("command").isString()) {
      return false;
    }
    String word = all.path("command").asString();
    return switch (word) {
      case "gain" -> isGain(all.path("kp")) && isGain(all.path("kd")) && hasText(all, "joint");
      case "reference" -> hasText(all, "reference");
      case "promote" ->
          all.path("snapshot").isString()
              && all.path("snapshot").asString().matches("[0-9a-f]{64}");
      default -> PLAIN.contains(word);
    };
  }

  private static boolean isGain(JsonNode value) {
    return value.isNumber() && value.asDouble() >= 0 && Double.isFinite(value.asDouble());
  }

  private static boolean hasText(JsonNode all, String field) {
    return all.path(field).isString() && !all.path(field).asString().isEmpty();
  }

  /** The same is let in once; only what makes a robot safer may be done again. */
  private boolean isNew(JsonNode all) {
    String sender = all.path("sender").asString();
    String word = all.path("command").asString();
    boolean named =
        all.path("sender").isString()
            && ID.matcher(sender).matches()
            && all.path("seq").isIntegralNumber();
    return named
        && (word.equals("stop")
            || word.equals("disarm")
            || remember(sender + " " + all.path("seq") + " " + all.path("deadline_ms")));
  }

  private boolean remember(String command) {
    boolean fresh = seen.add(command);
    if (seen.size() > MOST_SEEN) {
      seen.remove(seen.iterator().next());
    }
    return fresh;
  }
}
