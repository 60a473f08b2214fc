package io.olivo.actuators.servo;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.Readings;
import io.olivo.sensors.bus.TripleBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What one servo of a chain measures, stamped by itself: the others do not wait for one that does
 * not answer. Behind the readings of its model comes its status: 0 when it is well, else the bits
 * of its complaint.
 */
final class ServoState implements Readings {
  private final Servo servo;
  private final List<Measure> measures;
  private final Reading[] readings;
  private final double[] scale; // [reading] unit per step, with the direction of the joint
  private final double[] values; // [measure]
  private final TripleBuffer newest;
  private int position; // as read last [step]
  private int error;
  private int silences; // turns without an answer, one after the other
  private long missed;
  private boolean heard;
  private boolean settled;

  ServoState(Servo servo) {
    this.servo = servo;
    List<Measure> all =
        new ArrayList<>(servo.model().readings().stream().map(Reading::measure).toList());
    all.add(new Measure("status", Unit.ONE));
    measures = List.copyOf(all);
    readings = servo.model().readings().toArray(new Reading[0]);
    scale = new double[readings.length];
    values = new double[measures.size()];
    newest = new TripleBuffer(values.length);
    setCoarse(false);
  }

  Servo servo() {
    return servo;
  }

  /** Takes the unit of the velocity into account. */
  void setCoarse(boolean coarse) {
    ServoModel.CoarseUnit unit = servo.model().coarse();
    for (int i = 0; i < readings.length; i++) {
      double factor = coarse && unit != null && unit.reading() == i ? unit.factor() : 1;
      scale[i] = readings[i].scale() * factor * (readings[i].turns() ? servo.direction() : 1);
    }
  }

  @Override
  public String name() {
    return "%s (%s)".formatted(servo.name(), servo.model().name());
  }

  @Override
  public List<Measure> measures() {
    return measures;
  }

  @Override
  public TripleBuffer newest() {
    return newest;
  }

  /** Takes an answer, unless no servo can have said it: a checksum of eight bits lets some pass. */
  void take(StatusPacket packet, long nowNanos) {
    for (int i = 0; i < readings.length; i++) {
      if (!readings[i].accepts(steps(packet, i))) {
        return;
      }
    }
    position = steps(packet, 0);
    for (int i = 0; i < readings.length; i++) {
      int zero = i == 0 ? servo.zero() : 0;
      values[i] = (steps(packet, i) - zero) * scale[i] + readings[i].offset();
    }
    error = packet.error();
    values[readings.length] = error;
    heard = true;
    newest.publish(values, nowNanos);
  }

  private int steps(StatusPacket packet, int reading) {
    Register register = readings[reading].register();
    int block = servo.model().family().table().block();
    return register.get(packet.data(), register.address() - block);
  }

  /** A turn begins. */
  void listen() {
    heard = false;
  }

  /** A turn is over: whether it has answered. */
  boolean count() {
    silences = heard ? 0 : silences + 1;
    missed += heard ? 0 : 1;
    return heard;
  }

  boolean heard() {
    return heard;
  }

  int silences() {
    return silences;
  }

  long missed() {
    return missed;
  }

  int position() {
    return position;
  }

  int error() {
    return error;
  }

  boolean settled() {
    return settled;
  }

  void settled(boolean isSettled) {
    settled = isSettled;
  }
}
