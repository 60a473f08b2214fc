package io.olivo.deploy.cli;

import io.olivo.deploy.demo.DemoPlan;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.deploy.terminal.Screen;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/** What a person sees of the demo. */
final class DemoScreen {
  private static final int HISTORY = 60;

  private final OutputOptions output;
  private final boolean headless;
  private final DemoPlan plan;
  private final Screen screen;
  private final ProgressLine line;
  private final double[] history = new double[HISTORY];
  private double lastSeconds;
  private double lastError = Double.NaN;

  DemoScreen(OutputOptions output, boolean headless, DemoPlan plan) {
    this.output = output;
    this.headless = headless;
    this.plan = plan;
    screen = output.screen();
    line = new ProgressLine(screen, output.notes());
    Arrays.fill(history, Double.NaN);
  }

  void begin(long seed) {
    output.note(
        """
        A simulated two-link arm draws a figure of eight. Olivo knows nothing about it.
        At %.0f s it picks up an unknown %.1f kg, at %.0f s it lets go, at %.0f s the load comes back.
        seed %d; starting broker and simulator ..."""
            .formatted(plan.firstOn(), DemoPlan.LOAD, plan.firstOff(), plan.secondOn(), seed));
  }

  void connected(URI uri, long pid) {
    output.note("broker %s, simulator in process %d".formatted(uri, pid));
  }

  void show(double seconds, double error) {
    lastSeconds = Math.max(0, seconds);
    lastError = error;
    history[(int) Math.min(HISTORY - 1, lastSeconds / plan.seconds() * HISTORY)] = error;
    if (!output.quiet() && !headless) {
      line.show(System.nanoTime(), progress());
    }
  }

  private Progress progress() {
    String load = plan.loaded(lastSeconds) ? "LOAD" : "free";
    String detail = "%3.0f s  %s %6.2f mrad".formatted(lastSeconds, load, 1e3 * lastError);
    return new Progress("learn", (lastSeconds + .01) / plan.seconds(), detail, history);
  }

  void learned() {
    if (!output.quiet() && !headless) {
      line.end(progress());
    }
  }

  void end(DemoResult result, Path report, double wallSeconds) {
    RunResult numbers = result.numbers();
    numbers.put("wall_seconds", Math.round(10 * wallSeconds) / 10.0);
    numbers.put("report", report.toString());
    if (output.json()) {
      numbers.print(output);
      return;
    }
    System.out.println();
    System.out.print(result.table().render(screen));
    System.out.println();
    System.out.println(summary(result));
    if (!headless) {
      System.out.println("Report: " + report.toAbsolutePath().toUri());
    }
  }

  private String summary(DemoResult result) {
    String text =
        ("Olivo leaves %.2f %% of the feedback's error. Over MQTT: %.0f ticks a second,"
                + " messages sent again: %d.")
            .formatted(100 * result.ratio(), result.ticksPerSecond(), result.counters().resent());
    String wrapped = screen.wrapped(text);
    return result.ratio() <= .02 ? screen.good(wrapped) : wrapped;
  }
}
