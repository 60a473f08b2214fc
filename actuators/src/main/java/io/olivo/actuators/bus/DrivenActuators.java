package io.olivo.actuators.bus;

import io.olivo.actuators.ActuatorIo;
import io.olivo.sensors.Channel;
import io.olivo.sensors.bus.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The loop's end of all buses: leaves the newest command for each, and never waits. */
public final class DrivenActuators implements ActuatorIo {
  /**
   * Where the command of a channel goes: channel = scale * (device - zero).
   *
   * @param channel of the robot
   * @param drive of its actuator
   * @param input index into what the actuator is told
   * @param scale not 0; -1 turns it round
   * @param zero what the actuator is told when the channel is 0 [the channel's unit]
   */
  public record Target(Channel channel, Drive drive, int input, double scale, double zero) {
    /** Refuses a unit that is not the actuator's. */
    public Target {
      Measure told = drive.actuator().inputs().get(input);
      if (told.unit() != channel.unit()) {
        throw new IllegalArgumentException(
            "%s is in %s, but %s is told its %s in %s"
                .formatted(
                    channel.name(),
                    channel.unit().symbol(),
                    drive.actuator().name(),
                    told.name(),
                    told.unit().symbol()));
      }
    }

    /** As the device counts. */
    public Target(Channel channel, Drive drive, int input) {
      this(channel, drive, input, 1, 0);
    }

    double toDevice(double value) {
      return value / scale + zero;
    }

    double fromDevice(double value) {
      return scale * (value - zero);
    }
  }

  private final List<Channel> channels;
  private final Target[] targets; // [channel]
  private final Drive[] drives; // each once
  private final double[][] commands; // [drive][input]
  private final int[] drive; // [channel] index into drives

  /**
   * @param targets of the channels, in their order; every input of every drive once
   */
  public DrivenActuators(List<Target> targets) {
    channels = targets.stream().map(Target::channel).toList();
    List<Drive> once =
        new ArrayList<>(new LinkedHashSet<>(targets.stream().map(Target::drive).toList()));
    drives = once.toArray(new Drive[0]);
    commands = new double[drives.length][];
    for (int i = 0; i < drives.length; i++) {
      commands[i] = new double[drives[i].actuator().inputs().size()];
    }
    drive = targets.stream().mapToInt(target -> once.indexOf(target.drive())).toArray();
    this.targets = targets.toArray(Target[]::new);
    requireAll();
  }

  private void requireAll() {
    int inputs = 0;
    for (double[] command : commands) {
      inputs += command.length;
    }
    if (inputs != channels.size()) {
      throw new IllegalArgumentException(
          "%d channels for %d inputs of actuators; each needs one"
              .formatted(channels.size(), inputs));
    }
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    for (int i = 0; i < targets.length; i++) {
      commands[drive[i]][targets[i].input()] = targets[i].toDevice(command[i]);
    }
    for (int i = 0; i < drives.length; i++) {
      drives[i].offer(commands[i], nowNanos);
      drives[i].takeDone();
    }
    for (int i = 0; i < targets.length; i++) {
      applied[i] = applied(targets[i], targets[i].toDevice(command[i]), nowNanos);
    }
  }

  private static double applied(Target target, double told, long nowNanos) {
    return target.fromDevice(target.drive().applied(target.input(), told, nowNanos));
  }
}
