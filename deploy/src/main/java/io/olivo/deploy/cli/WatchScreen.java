package io.olivo.deploy.cli;

import io.olivo.controller.wire.Event;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.watch.Fleet;
import io.olivo.deploy.watch.FleetTable;
import io.olivo.deploy.watch.RobotScreen;
import io.olivo.deploy.watch.RobotView;
import io.olivo.deploy.watch.WatchJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Shows what is seen: redrawn in place on a terminal, as lines elsewhere or for programs. */
final class WatchScreen {
  private static final long REDRAW_MILLIS = 200;
  private static final long LINE_MILLIS = 1000;
  private static final int USUAL_HEIGHT = 24;
  private static final double PATIENCE_SECONDS = 3; // until a robot that says nothing is not there
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K\n";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final Fleet fleet;
  private final BooleanSupplier connected;
  private final OutputOptions output;
  private final Screen screen;
  private final boolean redrawn;
  private final Map<String, String> toldStates = new HashMap<>();
  private final Map<String, Long> toldEvents = new HashMap<>();
  private boolean missed;
  private boolean wasConnected = true;

  WatchScreen(Fleet fleet, BooleanSupplier connected, OutputOptions output, boolean plain) {
    this.fleet = fleet;
    this.connected = connected;
    this.output = output;
    screen = output.screen();
    redrawn = screen.terminal() && !plain && !output.json();
  }

  /**
   * Shows it for so long.
   *
   * @param robot null for all
   * @return the exit code: no link when the robot was never heard of
   */
  int show(@Nullable String robot, double seconds) throws InterruptedException {
    long began = System.nanoTime();
    double passed = 0;
    if (redrawn) {
      System.out.print(HOME + CLEAR_BELOW);
    }
    while (passed < seconds) {
      Thread.sleep(Math.min(pause(), Math.max(1, Math.round(1e3 * (seconds - passed)))));
      passed = (System.nanoTime() - began) * 1e-9;
      draw(robot, passed);
    }
    return robot == null || fleet.view(robot).isPresent() ? ExitCode.OK : ExitCode.NO_LINK;
  }

  private long pause() {
    return redrawn ? REDRAW_MILLIS : LINE_MILLIS;
  }

  private void draw(@Nullable String robot, double passed) {
    if (output.json()) {
      json(robot);
    } else if (redrawn) {
      redraw(robot, passed);
    } else {
      lines(robot, passed);
    }
    System.out.flush();
  }

  private void json(@Nullable String robot) {
    long now = System.currentTimeMillis();
    if (robot == null) {
      System.out.println(WatchJson.line(fleet.views(), now));
    } else {
      fleet.view(robot).ifPresent(view -> System.out.println(WatchJson.line(view, now)));
    }
  }

  private void redraw(@Nullable String robot, double passed) {
    String text =
        robot == null
            ? FleetTable.of(fleet.views(), screen, height())
            : fleet.view(robot).map(new RobotScreen(screen)::of).orElse(nobody(robot, passed));
    String link =
        connected.getAsBoolean()
            ? ""
            : screen.bad("NO CONNECTION to the broker; what follows is old.") + "\n";
    System.out.print(HOME + (link + text).replace("\n", CLEAR_LINE) + CLEAR_BELOW);
  }

  private static int height() {
    String told = Optional.ofNullable(System.getenv("LINES")).orElse("");
    return told.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(told) : USUAL_HEIGHT;
  }

  private String nobody(String robot, double passed) {
    return passed < PATIENCE_SECONDS
        ? "waiting for %s ...%n".formatted(robot)
        : "no robot \"%s\" has said anything to this broker; waiting%n".formatted(robot);
  }

  /** For a log: what changed, and one robot's numbers every second. */
  private void lines(@Nullable String robot, double passed) {
    tellLink();
    List<RobotView> views =
        robot == null ? fleet.views() : fleet.view(robot).map(List::of).orElse(List.of());
    views.forEach(this::tellChanges);
    if (robot == null) {
      System.out.print(FleetTable.summary(views, Integer.MAX_VALUE));
    } else if (!views.isEmpty()) {
      System.out.println(RobotScreen.plain(views.getFirst()));
    } else if (passed >= PATIENCE_SECONDS && !missed) {
      missed = true;
      System.out.print(nobody(robot, passed));
    }
  }

  private void tellLink() {
    boolean now = connected.getAsBoolean();
    if (now != wasConnected) {
      wasConnected = now;
      System.out.println(now ? "connected again" : "NO CONNECTION to the broker");
    }
  }

  private void tellChanges(RobotView view) {
    String before = toldStates.put(view.robot(), view.state());
    if (!view.state().equals(before)) {
      System.out.println(view.robot() + " is " + view.state());
    }
    long fresh = view.eventCount() - toldEvents.getOrDefault(view.robot(), 0L);
    toldEvents.put(view.robot(), view.eventCount());
    List<Event> events = view.events();
    events.stream()
        .skip(Math.max(0, events.size() - fresh))
        .forEach(event -> System.out.println(view.robot() + RobotScreen.line(event)));
  }
}
