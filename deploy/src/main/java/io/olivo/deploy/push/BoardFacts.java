package io.olivo.deploy.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code look.sh} found on a board.
 *
 * @param answer its facts, a line each
 */
record BoardFacts(Answer answer) {
  private static final Map<String, String> ARCHITECTURES =
      Map.of("aarch64", "arm64", "arm64", "arm64", "x86_64", "amd64");
  private static final int LEAST_SYSTEMD = 247;
  private static final int FIRST_SANE_YEAR = 2026;
  private static final long KILO = 1024;
  private static final long CACHE_BYTES =
      120_000_000; // what bin/olivo-cache makes, with room to make it
  private static final long STATE_BYTES = 50_000_000; // below, a run is not armed

  /** Name of the release that runs, or nothing. */
  String current() {
    return answer.fact("current");
  }

  /** Name of the one before, or nothing. */
  String previous() {
    return answer.fact("previous");
  }

  /** Whether the service runs, with what it was given. */
  boolean healthy() {
    return answer.fact("active").equals("active") && answer.fact("placed").equals("yes");
  }

  /** Whether some version runs, or tries to. */
  boolean running() {
    return !answer.fact("active").isEmpty()
        && !answer.fact("active").equals("inactive")
        && !answer.fact("active").equals("failed");
  }

  /** The state of the robot's loop, as the service tells it; empty when nobody knows. */
  String status() {
    return answer.fact("active").equals("active") ? answer.fact("status") : "";
  }

  /** Whether motors may move. */
  boolean armed() {
    return status().matches("(armed|running|frozen).*");
  }

  /** One line about it for people. */
  String text() {
    String model = answer.fact("model");
    return "%s%s, %s, systemd %s, %d MB free"
        .formatted(
            model.isEmpty() ? "" : model + ", ",
            answer.fact("machine"),
            answer.fact("libc"),
            answer.fact("systemd"),
            freeBytes("free_kb") / 1_000_000);
  }

  /** What is odd and no reason to stop. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    int year = Instant.ofEpochSecond(number("seconds")).atZone(ZoneOffset.UTC).getYear();
    if (year < FIRST_SANE_YEAR) {
      notes.add(
          "its clock says %d, so records will be misdated; there: sudo timedatectl set-ntp true"
              .formatted(year));
    }
    if (number("restarts") > 0) {
      notes.add(
          "its service was started again %d times by itself; there: sudo journalctl -u olivo"
              .formatted(number("restarts")));
    }
    answer
        .all("other")
        .forEach(
            process ->
                notes.add(
                    "another Olivo runs there, started by hand (process %s), and may want the same devices"
                        .formatted(process)));
    return notes;
  }

  /** What makes it unfit, each with the remedy; nothing for a fit one. */
  List<String> problems(Release release, long bytes) {
    List<String> problems = new ArrayList<>();
    if (!answer.fact("system").equals("Linux")) {
      return List.of("it runs %s; Olivo needs Linux".formatted(answer.fact("system")));
    }
    architecture(release, problems);
    if (!answer.fact("libc").startsWith("glibc")) {
      problems.add(
          "its C library is not glibc (Alpine and OpenWrt have musl); take Debian, Ubuntu or Raspberry Pi OS");
    }
    if (number("systemd") < LEAST_SYSTEMD) {
      problems.add(
          "it needs systemd %d or later, found \"%s\"; Debian 11 has it"
              .formatted(LEAST_SYSTEMD, answer.fact("systemd")));
    }
    if (!answer.fact("missing").isEmpty()) {
      problems.add(
          "it lacks %s; there: sudo apt install tar coreutils mawk util-linux passwd udev"
              .formatted(answer.fact("missing")));
    }
    space(bytes, problems);
    return problems;
  }

  /** {@code arm64}, {@code amd64}, or nothing for another. */
  String processor() {
    return ARCHITECTURES.getOrDefault(answer.fact("machine"), "");
  }

  /** Why no release runs there, with the remedy, or nothing. */
  String unfitProcessor() {
    // a processor of 64 bits often runs a system of 32
    return !processor().isEmpty() && answer.fact("bits").equals("64")
        ? ""
        : "it is %s with a system of %s bits; Olivo needs a system of 64 bits, such as Raspberry Pi OS (64-bit) on a Pi 3, 4, 5 or Zero 2"
            .formatted(answer.fact("machine"), answer.fact("bits"));
  }

  private void architecture(Release release, List<String> problems) {
    if (!unfitProcessor().isEmpty()) {
      problems.add(unfitProcessor());
    } else if (!processor().equals(release.arch())) {
      problems.add(
          "it is %s, and this release is for %s; name one for it with --release, or leave that out"
              .formatted(processor(), release.arch()));
    }
  }

  private void space(long bytes, List<String> problems) {
    long free = freeBytes("free_kb");
    if (free < bytes + CACHE_BYTES) {
      problems.add(
          "it has %d MB free for /opt/olivo, %d MB are needed; look there: sudo du -xh / | sort -h | tail"
              .formatted(free / 1_000_000, (bytes + CACHE_BYTES) / 1_000_000));
    }
    if (freeBytes("state_free_kb") < STATE_BYTES) {
      problems.add(
          "it has %d MB free for /var/lib/olivo, a snapshot may not fit"
              .formatted(freeBytes("state_free_kb") / 1_000_000));
    }
  }

  private long freeBytes(String fact) {
    return number(fact) * KILO;
  }

  private long number(String fact) {
    String text = answer.fact(fact);
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }
}
