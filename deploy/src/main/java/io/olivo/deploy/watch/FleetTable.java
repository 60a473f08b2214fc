package io.olivo.deploy.watch;

import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All robots as a table, those in trouble first. */
public final class FleetTable {
  private static final Map<String, Integer> TROUBLE =
      Map.of("safe-stop", 0, "offline", 1, "silent", 2);
  private static final int NO_TROUBLE = 3;
  private static final int FRAME = 4; // lines that are no robots
  private static final int EVENT_WIDTH = 40;

  private FleetTable() {}

  /**
   * The whole screen.
   *
   * @param height lines of the screen; robots that do not fit are counted
   */
  public static String of(List<RobotView> robots, Screen screen, int height) {
    if (robots.isEmpty()) {
      return "no robot has said anything to this broker yet\n";
    }
    int room = Math.max(1, height - FRAME);
    Table table =
        new Table(
            Column.text("robot"),
            Column.text("state"),
            Column.number("age"),
            Column.number("error").optional(2),
            Column.number("Hz").optional(3),
            Column.number("missing").optional(4),
            Column.text("last event").optional(1));
    robots.stream()
        .sorted(Comparator.comparing(FleetTable::trouble).thenComparing(RobotView::robot))
        .limit(room)
        .forEach(robot -> row(table, robot));
    return table.render(screen) + summary(robots, room);
  }

  private static int trouble(RobotView robot) {
    return TROUBLE.getOrDefault(robot.state(), NO_TROUBLE);
  }

  private static void row(Table table, RobotView robot) {
    boolean live = robot.presence() == Presence.LIVE;
    table.row(
        robot.robot(),
        robot.state(),
        Digits.seconds(robot.ageSeconds()),
        live ? Digits.of(robot.named("error")) : "-",
        live ? Digits.of(Math.rint(10 * robot.framesPerSecond()) / 10) : "-",
        Long.toString(robot.missing()),
        cut(Printable.of(robot.lastEvent())));
  }

  private static String cut(String text) {
    return text.length() <= EVENT_WIDTH ? text : text.substring(0, EVENT_WIDTH - 3) + "...";
  }

  /** One line. */
  public static String summary(List<RobotView> robots, int shown) {
    long live = robots.stream().filter(it -> it.presence() == Presence.LIVE).count();
    long stopped = robots.stream().filter(it -> it.state().equals("safe-stop")).count();
    String more = robots.size() > shown ? ", %d not shown".formatted(robots.size() - shown) : "";
    return "%d known, %d alive, %d stopped%s%n".formatted(robots.size(), live, stopped, more);
  }
}
