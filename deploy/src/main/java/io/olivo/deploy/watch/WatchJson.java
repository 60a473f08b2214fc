package io.olivo.deploy.watch;

import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.sensors.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is seen, for programs: one object per line. */
public final class WatchJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WatchJson() {}

  /** All robots, in short. */
  public static String line(List<RobotView> robots, long wallMillis) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time_ms", wallMillis);
    line.put("robots", robots.stream().map(WatchJson::brief).toList());
    return JSON.writeValueAsString(line);
  }

  /** One robot, with all its numbers. */
  public static String line(RobotView robot, long wallMillis) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("time_ms", wallMillis);
    line.putAll(brief(robot));
    Description description = robot.description();
    TelemetryFrame frame = robot.frame();
    if (description != null && frame != null) {
      line.put("seq", frame.seq);
      line.put("time_ns", frame.timeNanos);
      line.put("values", values(description, frame));
      line.put("health", numbers(description.dashboard().health(), robot));
      line.put("learner", numbers(description.learner(), robot));
      line.put("clips", robot.clips());
      line.put("link_behind_ms", finite(robot.behindMillis()));
    }
    line.put("events", robot.events().stream().map(WatchJson::event).toList());
    return JSON.writeValueAsString(line);
  }

  private static Map<String, @Nullable Object> brief(RobotView robot) {
    Map<String, @Nullable Object> brief = new LinkedHashMap<>();
    brief.put("robot", robot.robot());
    brief.put("state", robot.state());
    brief.put("age_ms", finite(Math.rint(robot.ageSeconds() * 1e3)));
    brief.put("error", finite(robot.named("error")));
    brief.put("frames", robot.frames());
    brief.put("missing", robot.missing());
    brief.put("refused", robot.refused());
    brief.put("events_heard", robot.eventCount());
    return brief;
  }

  private static Map<String, @Nullable Object> values(
      Description description, TelemetryFrame frame) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<Channel> all =
        Stream.concat(description.sensors().stream(), description.actuators().stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      values.put(all.get(i).name(), finite(frame.values[i]));
    }
    return values;
  }

  private static Map<String, @Nullable Object> numbers(List<String> names, RobotView robot) {
    Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
    names.forEach(name -> numbers.put(name, finite(robot.named(name))));
    return numbers;
  }

  private static Map<String, Object> event(Event event) {
    return Map.of("time_ns", event.timeNanos(), "kind", event.kind(), "text", event.text());
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
