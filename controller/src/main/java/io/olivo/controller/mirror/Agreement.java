package io.olivo.controller.mirror;

import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Role;
import io.olivo.sensors.Channel;
import java.util.List;

/**
 * What the controller expects of a simulator: the same channels in the same order, and the rate.
 */
record Agreement(String robot, List<Channel> sensors, List<Channel> actuators, double rateHertz) {

  /**
   * Refuses a simulator that differs in a name, an order, a unit or the rate; ranges may differ.
   */
  void check(Description simulator) throws MirrorMismatchException {
    same("role", Role.SIMULATOR, simulator.role());
    same("robot", robot, simulator.robot());
    same("rate [Hz]", rateHertz, simulator.rateHertz());
    same("sensor", sensors, simulator.sensors());
    same("actuator", actuators, simulator.actuators());
  }

  private static void same(String what, List<Channel> ours, List<Channel> theirs)
      throws MirrorMismatchException {
    same("number of " + what + "s", ours.size(), theirs.size());
    for (int i = 0; i < ours.size(); i++) {
      same(what + " " + i, label(ours.get(i)), label(theirs.get(i)));
    }
  }

  private static String label(Channel channel) {
    return channel.name() + " [" + channel.unit().symbol() + "]";
  }

  private static void same(String what, Object ours, Object theirs) throws MirrorMismatchException {
    if (!ours.equals(theirs)) {
      throw new MirrorMismatchException(
          "%s: controller has %s, simulator has %s".formatted(what, ours, theirs));
    }
  }
}
