package io.olivo.deploy.doctor;

import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.controller.realtime.Shortfall;
import io.olivo.deploy.robot.RealtimeSpec;
import io.olivo.deploy.robot.RobotSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How late the computer wakes the loop, what it was refused, and what would help. */
final class TimingCheck {
  private static final String NAME = "timing";

  private TimingCheck() {}

  static List<Check> of(RobotSpec robot, Jitter jitter) throws InterruptedException {
    RealtimeConfig asked = asked(robot);
    Jitter.Found found = jitter.measure(robot.loop().rateHertz(), asked);
    long periodNanos = Math.round(robot.loop().dtSeconds() * 1e9);
    List<String> advice = LatencyAdvice.here().of(asked);
    List<Check> checks = new ArrayList<>();
    checks.add(judge(found.lateness(), periodNanos, advice));
    found.shortfalls().forEach(refused -> checks.add(check(refused)));
    return checks;
  }

  /** As a run asks: a robot is on a board. */
  static RealtimeConfig asked(RobotSpec robot) {
    RealtimeSpec said = robot.hardware().board().realtime();
    return robot.hardware().devices().isEmpty() ? said.asSaid() : said.onBoard();
  }

  static Check check(Shortfall refused) {
    return Check.warn(NAME, refused.what() + ": " + refused.why(), refused.remedy());
  }

  static Check judge(Lateness found, long periodNanos, List<String> advice) {
    double periodMicros = periodNanos / 1e3;
    String what =
        String.format(Locale.ROOT, "ticks of %.2f ms begin: %s", periodNanos / 1e6, found);
    if (found.p99Micros() > periodMicros / 2) {
      return Check.warn(NAME, what + "; one in 100 by more than half a period", all(advice));
    }
    return found.p999Micros() > periodMicros
        ? Check.warn(NAME, what + "; one in 1000 by more than a period", all(advice))
        : Check.ok(NAME, what);
  }

  private static String all(List<String> advice) {
    List<String> most = new ArrayList<>(advice);
    most.add("stop other programs");
    most.add("lower loop.rate");
    return String.join("; ", most);
  }
}
