package io.olivo.deploy.robot;

import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.sensors.Unit;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads when a robot must not go on. An absent block has all defaults: everything is on. */
final class FailsafeReader {
  private static final double LONGEST_SECONDS = 3600;
  private static final int MOST_SAMPLES = 100_000;
  private static final double MOST_PERIODS = 1000;

  private final Fields failsafes;

  FailsafeReader(Fields failsafes) {
    this.failsafes = failsafes;
  }

  FailsafeSpec read() {
    int before = failsafes.self().problems().count();
    Fields lost = failsafes.block("link_lost");
    LinkLoss then = lost.field("then").choice(LinkLoss.class);
    double after = seconds(lost.field("after"));
    FailsafeConfig config = config(before);
    return new FailsafeSpec(config, after, then == null ? LinkLoss.STOP : then, watchdog());
  }

  private @Nullable Path watchdog() {
    Field device = failsafes.field("watchdog");
    if (!device.present()) {
      return null;
    }
    String path = device.text();
    if (!path.startsWith("/dev/")) {
      device.refuse("\"%s\" is no device; write for example /dev/watchdog".formatted(path));
    }
    return Path.of(path);
  }

  /** The standard ones when something is wrong with those in the file. */
  private FailsafeConfig config(int before) {
    Fields stuck = failsafes.block("sensor_stuck");
    Fields overrun = failsafes.block("overrun");
    Fields following = failsafes.block("following");
    Fields stall = failsafes.block("stall");
    Fields heat = failsafes.block("temperature");
    Fields supply = failsafes.block("brown_out");
    double giveUp = seconds(failsafes.block("sensor_lost").field("give_up"));
    int samples = stuck.field("samples").whole(2, MOST_SAMPLES);
    double moved = share(stuck.field("moved"));
    double periods = periods(overrun.field("periods"));
    int inARow = overrun.field("in_a_row").whole(1, MOST_SAMPLES);
    double jump = seconds(failsafes.field("clock_jump"));
    double deadman = seconds(failsafes.field("deadman"));
    double dead = seconds(failsafes.field("dead_loop"));
    double miss = share(following.field("error"));
    double missing = seconds(following.field("time"));
    double effort = share(stall.field("effort"));
    double error = share(stall.field("error"));
    double speed = share(stall.field("speed"));
    double time = seconds(stall.field("time"));
    double derate = heat.field("derate").quantity(Unit.KELVIN);
    double hottest = heat.field("stop").quantity(Unit.KELVIN);
    double below = supply.field("below").quantity(Unit.VOLT);
    double until = supply.field("until").quantity(Unit.VOLT);
    if (failsafes.self().problems().count() > before) {
      return FailsafeConfig.STANDARD;
    }
    FailsafeConfig read =
        failsafes
            .self()
            .attempt(
                () ->
                    new FailsafeConfig(
                        giveUp, samples, moved, periods, inARow, jump, deadman, dead, miss, missing,
                        effort, error, speed, time, derate, hottest, below, until));
    return read == null ? FailsafeConfig.STANDARD : read;
  }

  private static double seconds(Field field) {
    return field.quantity(Unit.SECOND, 0, LONGEST_SECONDS, "that is no time of a failsafe");
  }

  private static double share(Field field) {
    return field.quantity(Unit.ONE, 0, 1, "write a share such as 2 %");
  }

  private static double periods(Field field) {
    return field.quantity(Unit.ONE, 1, MOST_PERIODS, "write for example 2");
  }
}
