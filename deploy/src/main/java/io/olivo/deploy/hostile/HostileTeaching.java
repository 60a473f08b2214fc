package io.olivo.deploy.hostile;

import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.sensors.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drives a learner behind its envelope with states and teaching that are wrong in every way that
 * numbers can be, and counts what came of it.
 */
public final class HostileTeaching {
  private static final double INTERRUPTED = 1e-4; // of the ticks
  private static final double LARGEST_DESIRED = 10; // rad, rad/s and rad/s^2 of a joint
  private static final double LARGEST_RATE = 20; // rad/s

  private final Learner learner;
  private final SafetyEnvelope envelope;
  private final double dtSeconds;
  private final Chance chance;
  private final HostileStream states;
  private final HostileStream desires;
  private final HostileStream errors;
  private final HostileStream rates;
  private final HostileStream applications;
  private final double[] state;
  private final double[] desired;
  private final double[] error;
  private final double[] rate;
  private final double[] learned;
  private final double[] applied;
  private final double[] command;
  private final double[] none;
  private final Teaching teaching;
  private long ticks;
  private long outside;
  private long clipped;
  private double largestOutput;

  /**
   * @param spec whose channels and envelope
   * @param learner of that robot
   * @param seed of the nonsense
   */
  public HostileTeaching(RobotSpec spec, Learner learner, long seed) {
    this.learner = learner;
    dtSeconds = spec.loop().dtSeconds();
    envelope = new SafetyEnvelope(spec.actuators().stream().map(ActuatorSpec::limits).toList());
    chance = new Chance(seed);
    int outputs = envelope.size();
    double[] ranges = ranges(spec);
    double[] efforts = efforts(spec);
    states = new HostileStream(ranges, chance);
    desires = new HostileStream(filled(3 * outputs, LARGEST_DESIRED), chance);
    errors = new HostileStream(efforts, chance);
    rates = new HostileStream(filled(outputs, LARGEST_RATE), chance);
    applications = new HostileStream(efforts, chance);
    state = new double[ranges.length];
    desired = new double[3 * outputs];
    error = new double[outputs];
    rate = new double[outputs];
    learned = new double[outputs];
    applied = new double[outputs];
    command = new double[outputs];
    none = new double[outputs];
    teaching = new Teaching(outputs);
  }

  private static double[] ranges(RobotSpec spec) {
    List<Channel> echoes = spec.actuators().stream().map(ActuatorSpec::channel).toList();
    return Stream.concat(spec.measured().stream(), echoes.stream())
        .mapToDouble(channel -> Math.max(Math.abs(channel.min()), Math.abs(channel.max())))
        .toArray();
  }

  private static double[] efforts(RobotSpec spec) {
    return spec.actuators().stream().mapToDouble(one -> one.limits().learned()).toArray();
  }

  private static double[] filled(int length, double value) {
    double[] all = new double[length];
    Arrays.fill(all, value);
    return all;
  }

  /** One tick of nonsense. */
  public void tick() {
    ticks++;
    if (chance.uniform() < INTERRUPTED) {
      learner.interrupt();
    }
    states.next(state);
    desires.next(desired);
    errors.next(error);
    rates.next(rate);
    applications.next(applied);
    learner.act(state, desired, learned);
    for (double output : learned) {
      largestOutput = Math.abs(output) <= largestOutput ? largestOutput : Math.abs(output);
    }
    envelope.clip(none, learned, command, dtSeconds);
    judgeCommand();
    boolean honest = chance.uniform() < .5;
    teaching.tellError(error, rate, 0);
    learner.learn(teaching, honest ? command : applied);
  }

  private void judgeCommand() {
    boolean changed = false;
    for (int i = 0; i < command.length; i++) {
      changed |= envelope.clipped(i);
      boolean inside =
          command[i] >= envelope.limits(i).min() && command[i] <= envelope.limits(i).max();
      outside += inside ? 0 : 1;
    }
    clipped += changed ? 1 : 0;
  }

  /** Ticks so far. */
  public long ticks() {
    return ticks;
  }

  /** Commands outside the envelope; there must be none. */
  public long outside() {
    return outside;
  }

  /** Ticks in which the envelope changed what the learner asked for. */
  public long clipped() {
    return clipped;
  }

  /** The largest output that the learner asked for; NaN when it asked for one that is none. */
  public double largestOutput() {
    return largestOutput;
  }
}
