package io.olivo.controller.record;

import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.record.NumbersTopic.Named;
import io.olivo.controller.telemetry.Tick;
import io.olivo.sensors.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What people see of a tick: a few topics with named numbers. */
final class Shown {
  /**
   * A topic and where its numbers are.
   *
   * @param topic of the numbers
   * @param of a tick
   */
  record Part(NumbersTopic topic, Function<Tick, double[]> of) {}

  private static final int PARTS = 3; // applied, feedback, learned

  private final List<Part> parts = new ArrayList<>();
  private final List<Joint> joints;
  private final double[] error; // [joint]
  private final double[] driven; // [part of the command * actuator]

  Shown(LoopParts loop) {
    joints = loop.joints();
    error = new double[joints.size()];
    List<Channel> actuators = loop.actuators().channels();
    add("/sensors", channels(loop.sensors().channels()), tick -> tick.state);
    driven = new double[PARTS * actuators.size()];
    add("/actuators", driven(actuators), this::driven);
    add("/error", joints.stream().map(Shown::named).toList(), this::error);
    List<String> figures = loop.learner().figureNames();
    add("/learner", figures.stream().map(Shown::figure).toList(), tick -> tick.figures);
  }

  private static List<Named> driven(List<Channel> actuators) {
    List<Named> numbers = new ArrayList<>(channels(actuators));
    for (Channel actuator : actuators) {
      numbers.add(new Named(actuator.name() + ".feedback", actuator.unit().symbol()));
    }
    for (Channel actuator : actuators) {
      numbers.add(new Named(actuator.name() + ".learned", actuator.unit().symbol()));
    }
    return numbers;
  }

  /** What was applied, then the feedback's part of the command, then the learned part. */
  private double[] driven(Tick tick) {
    int n = tick.applied.length;
    System.arraycopy(tick.applied, 0, driven, 0, n);
    System.arraycopy(tick.feedback, 0, driven, n, n);
    System.arraycopy(tick.learned, 0, driven, 2 * n, n);
    return driven;
  }

  private static List<Named> channels(List<Channel> channels) {
    return channels.stream().map(one -> new Named(one.name(), one.unit().symbol())).toList();
  }

  private static Named named(Joint joint) {
    return new Named(joint.name(), joint.unit().symbol());
  }

  private static Named figure(String name) {
    return new Named(name, "1");
  }

  private void add(String topic, List<Named> numbers, Function<Tick, double[]> of) {
    if (!numbers.isEmpty()) {
      parts.add(new Part(new NumbersTopic(topic, numbers), of));
    }
  }

  /** Desired less measured position of every joint. */
  private double[] error(Tick tick) {
    for (int j = 0; j < error.length; j++) {
      error[j] = tick.desired[j] - tick.state[joints.get(j).positionChannel()];
    }
    return error;
  }

  List<Part> parts() {
    return parts;
  }
}
