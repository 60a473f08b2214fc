package io.olivo.deploy.bench;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.List;
import java.util.Locale;

/**
 * The encoders of arm2 and so many more sensors that 40 channels are recorded with its two motors:
 * half of them doubles of which every bit is noise, as the motors' commands are, half of them
 * quiet, as the encoders are. Nothing in the loop listens to the others.
 */
final class ManyChannels implements SensorIo {
  private static final int NOISY = 18;
  private static final int QUIET = 18;
  private static final double STEP = 0.01; // of a quiet channel

  private final SensorIo arm;
  private final List<Channel> channels;
  private final int first; // of those that are added
  private final Chance chance = new Chance(40);
  private final double[] level = new double[QUIET];

  /**
   * @param arm its encoders, the first of the channels
   * @param channels of the robot file of {@link #robot}
   */
  ManyChannels(SensorIo arm, List<Channel> channels) {
    this.arm = arm;
    this.channels = List.copyOf(channels);
    first = arm.channels().size();
  }

  /** The robot file of arm2 with these channels. */
  static String robot(String arm2) {
    StringBuilder more = new StringBuilder("sensors:\n");
    String behind = arm2.substring(arm2.indexOf("sensors:") + "sensors:\n".length());
    int derived = behind.indexOf("\n  shoulder.velocity");
    more.append(behind, 0, derived + 1);
    String channel = "  %s%02d: { range: [-1 rad, 1 rad], fastest: 100000 rad/s }\n";
    for (int i = 0; i < NOISY; i++) {
      more.append(String.format(Locale.ROOT, channel, "noisy.", i));
    }
    for (int i = 0; i < QUIET; i++) {
      more.append(String.format(Locale.ROOT, channel, "quiet.", i));
    }
    return arm2.substring(0, arm2.indexOf("sensors:")) + more + behind.substring(derived + 1);
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @HotPath
  @Override
  public void read(SampleFrame frame, long nowNanos) {
    arm.read(frame, nowNanos);
    for (int i = 0; i < NOISY; i++) {
      frame.put(first + i, noise(), nowNanos);
    }
    for (int i = 0; i < QUIET; i++) {
      level[i] = nowAndThen(level[i]);
      frame.put(first + NOISY + i, level[i], nowNanos);
    }
  }

  /** Sign and all 52 bits of the fraction are drawn; the exponent is that of [1/2, 1). */
  private double noise() {
    long bits = chance.bits();
    return Double.longBitsToDouble((bits & 0x800FFFFFFFFFFFFFL) | 0x3FE0000000000000L);
  }

  /** A step up or down once in about 20 readings. */
  private double nowAndThen(double before) {
    long bits = chance.bits();
    double step = (bits & 1) == 0 ? STEP : -STEP;
    boolean steps = (bits >>> 1 & 0x1F) == 0 && Math.abs(before + step) < 1;
    return steps ? before + step : before;
  }
}
