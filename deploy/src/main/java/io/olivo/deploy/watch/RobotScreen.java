package io.olivo.deploy.watch;

import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Sparkline;
import io.olivo.deploy.terminal.Table;
import io.olivo.sensors.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One robot on a terminal: what it does, its channels over the last minute, what happened. */
public final class RobotScreen {
  private static final int SPARKS = 24;
  private static final int EVENTS = 6;

  private final Screen screen;

  /** For this screen. */
  public RobotScreen(Screen screen) {
    this.screen = screen;
  }

  /** Everything, as lines. */
  public String of(RobotView robot) {
    StringBuilder text = new StringBuilder(headline(robot)).append('\n');
    text.append(words(robot));
    Description description = robot.description();
    TelemetryFrame frame = robot.frame();
    if (description != null && frame != null) {
      text.append(errorLine(robot)).append('\n');
      text.append(channels(robot, description, frame)).append('\n');
      text.append(screen.wrapped(numbers(robot, description, frame))).append('\n');
    }
    return text.append(events(robot)).toString();
  }

  private String headline(RobotView robot) {
    String state = robot.state();
    String shown =
        switch (state) {
          case "running" -> screen.good(state);
          case "safe-stop", "offline", "silent" -> screen.bad(state.toUpperCase(Locale.ROOT));
          default -> state;
        };
    return screen.bold(robot.robot())
        + "  "
        + shown
        + "  %s old, %s Hz"
            .formatted(
                Digits.seconds(robot.ageSeconds()),
                Digits.of(Math.rint(10 * robot.framesPerSecond()) / 10));
  }

  /** What must not be overlooked. */
  private static String words(RobotView robot) {
    String age = Digits.seconds(robot.ageSeconds());
    return switch (robot.state()) {
      case "offline" -> "It is offline; what follows is %s old.%n".formatted(age);
      case "silent" ->
          "It has said nothing for %s; nothing below is of this moment.%n".formatted(age);
      case "safe-stop" -> "It stands with its safe command until somebody arms it.%n".formatted();
      case "frozen" -> "It acts and learns nothing.%n".formatted();
      case "disarmed" -> "It is disarmed and stands with its safe command.%n".formatted();
      default -> "";
    };
  }

  private String errorLine(RobotView robot) {
    return "error %s  %s  reward %s"
        .formatted(
            Digits.of(robot.named("error")),
            Sparkline.of(robot.errors(), SPARKS, screen.unicode()),
            Digits.of(robot.named("reward")));
  }

  private String channels(RobotView robot, Description description, TelemetryFrame frame) {
    Table table =
        new Table(
            Column.text("channel"),
            Column.number("value"),
            Column.text("unit").optional(3),
            Column.text("last minute").optional(2),
            Column.number("age, cut").optional(1));
    List<Channel> all =
        Stream.concat(description.sensors().stream(), description.actuators().stream()).toList();
    int sensors = description.sensors().size();
    for (int i = 0; i < all.size(); i++) {
      table.row(
          all.get(i).name(),
          Digits.of(frame.values[i]),
          all.get(i).unit().symbol(),
          Sparkline.of(robot.columns()[i], SPARKS, screen.unicode()),
          i < sensors ? age(frame.ageMillis[i]) : cut(robot, i - sensors));
    }
    return table.render(screen);
  }

  private static String age(double millis) {
    return millis < 0 ? "never read" : Digits.of(millis) + " ms";
  }

  private static String cut(RobotView robot, int actuator) {
    return "cut %d of %d".formatted(robot.clips()[actuator], robot.frames());
  }

  private static String numbers(RobotView robot, Description description, TelemetryFrame frame) {
    List<String> texts = new ArrayList<>();
    texts.add("tick " + frame.seq);
    texts.add("time " + Digits.seconds(frame.timeNanos * 1e-9));
    Stream.concat(description.dashboard().health().stream(), description.learner().stream())
        .distinct()
        .forEach(name -> texts.add(Printable.of(name) + " " + Digits.of(robot.named(name))));
    texts.add("link " + Digits.of(robot.behindMillis()) + " ms behind its fastest");
    texts.add("missing " + robot.missing());
    texts.add("refused " + robot.refused());
    return String.join(", ", texts);
  }

  private String events(RobotView robot) {
    StringBuilder text = new StringBuilder();
    int first = Math.max(0, robot.events().size() - EVENTS);
    for (Event event : robot.events().subList(first, robot.events().size())) {
      text.append(screen.wrapped(line(event))).append('\n');
    }
    return text.toString();
  }

  /** An event as a line. */
  public static String line(Event event) {
    return "%8.3f s  %s: %s"
        .formatted(
            event.timeNanos() * 1e-9, Printable.of(event.kind()), Printable.of(event.text()));
  }

  /** The robot in one line, for a log. */
  public static String plain(RobotView robot) {
    return "%s  %s  %s old  error %s  cut %d  missing %d"
        .formatted(
            robot.robot(),
            robot.state(),
            Digits.seconds(robot.ageSeconds()),
            Digits.of(robot.named("error")),
            Stream.of(robot.clips()).flatMapToLong(java.util.Arrays::stream).sum(),
            robot.missing());
  }
}
