package io.olivo.deploy.bench;

import io.olivo.deploy.installation.OnPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The yardstick of real-time Linux, a program of the package rt-tests. It sleeps by {@code
 * clock_nanosleep} to absolute times, too, and leaves out periods that it missed. While it runs as
 * root it also forbids the processors to sleep deeply (/dev/cpu_dma_latency): whoever runs beside
 * it has the good of that.
 */
final class Cyclictest implements AutoCloseable {
  private static final String NAME = "cyclictest";
  private static final int LONGEST_MICROS = 100_000; // of its histogram
  private static final String OVERFLOWS = "# Histogram Overflows:";
  private static final String MAXIMA = "# Max Latencies:";

  private final Process process;

  /**
   * Starts it, for so many seconds.
   *
   * @param cpu core that it stays on
   * @throws IOException when it is not installed, saying how to get it
   */
  Cyclictest(JitterPlan plan, int cpu) throws IOException {
    process = new ProcessBuilder(command(plan, cpu)).redirectErrorStream(true).start();
  }

  private static List<String> command(JitterPlan plan, int cpu) throws IOException {
    return List.of(
        find().toString(),
        "--quiet",
        "--mlockall",
        "--threads=1",
        "--affinity=" + cpu,
        "--priority=" + plan.priority(),
        "--interval=" + plan.periodNanos() / 1000,
        "--duration=" + Math.round(plan.halfSeconds()),
        "--histogram=" + LONGEST_MICROS);
  }

  /** Where it is. */
  static Path find() throws IOException {
    return OnPath.find(NAME)
        .orElseThrow(
            () ->
                new IOException(
                    "cyclictest is not installed (Debian, Ubuntu: apt install rt-tests)"));
  }

  /** Waits for its end; how late it woke [ns]. */
  Histogram lateness() throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("cyclictest failed: " + said.strip());
    }
    return read(said);
  }

  /**
   * Reads what it prints: lines of microseconds and a count, then its maxima. It cuts off
   * fractions, so each counts as half a microsecond more.
   */
  static Histogram read(String said) throws IOException {
    Histogram lateness = new Histogram(1, 10_000_000_000L, 3);
    said.lines()
        .filter(line -> line.matches("\\d+\\s+0*[1-9]\\d*"))
        .map(line -> line.split("\\s+", -1))
        .forEach(
            words ->
                lateness.recordValueWithCount(
                    Long.parseLong(words[0]) * 1000 + 500, Long.parseLong(words[1])));
    long beyond = number(said, OVERFLOWS);
    if (beyond > 0) {
      lateness.recordValueWithCount(number(said, MAXIMA) * 1000 + 500, beyond);
    }
    if (lateness.getTotalCount() == 0) {
      throw new IOException("cyclictest printed no histogram: " + said.strip());
    }
    return lateness;
  }

  private static long number(String said, String title) {
    return said.lines()
        .filter(line -> line.startsWith(title))
        .map(line -> line.substring(title.length()).strip().toLowerCase(Locale.ROOT))
        .filter(text -> text.matches("\\d+"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
