package io.olivo.controller.fault;

import io.olivo.actuators.ActuatorIo;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.Channel;
import java.util.ArrayList;
import java.util.List;

/**
 * Actuators that fail on purpose. A broken motor does not tell: what it was asked is what it
 * reports as applied, whatever it does. One that works reports what the source says. A write
 * returns late only while a bus hangs, see {@link Sleeper}.
 */
@HotPath
public final class FaultyActuators implements ActuatorIo, Stateful {
  private final ActuatorIo source;
  private final FaultClock clock;
  private final Hangs hangs;
  private final ActuatorFault[] faults;
  private final int[] actuator; // [fault] where it is
  private final double[] sent; // [actuator] in its unit
  private final boolean[] broken; // [actuator] in this write
  private boolean first = true;

  FaultyActuators(
      ActuatorIo source,
      List<SeededFault> scheduled,
      double dtSeconds,
      FaultClock clock,
      Hangs hangs) {
    this.source = source;
    this.clock = clock;
    this.hangs = hangs;
    List<Channel> channels = source.channels();
    sent = new double[channels.size()];
    broken = new boolean[channels.size()];
    List<ActuatorFault> all = new ArrayList<>();
    List<Integer> where = new ArrayList<>();
    for (SeededFault one : scheduled) {
      for (int i : one.among(channels, "actuator")) {
        all.add(one.inActuator(i, dtSeconds));
        where.add(i);
      }
    }
    faults = all.toArray(new ActuatorFault[0]);
    actuator = where.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public List<Channel> channels() {
    return source.channels();
  }

  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    long trueNanos = clock.trueNanos(nowNanos);
    for (int i = 0; i < sent.length; i++) {
      spoil(i, command[i], trueNanos);
    }
    first = false;
    source.write(sent, applied, trueNanos);
    for (int i = 0; i < sent.length; i++) {
      applied[i] = broken[i] ? command[i] : applied[i];
    }
    hangs.afterWrite(trueNanos);
  }

  /** Before the first write nothing was sent; then an actuator is taken to be where it is asked. */
  private void spoil(int i, double asked, long trueNanos) {
    double last = first ? asked : sent[i];
    double now = asked;
    broken[i] = false;
    for (int f = 0; f < faults.length; f++) {
      if (actuator[f] == i && faults[f].acts(trueNanos, last)) {
        now = faults[f].sent(now, last);
        broken[i] = true;
      }
    }
    sent[i] = now;
  }

  /** What the faults remember; the source keeps its own. */
  @Override
  public void save(StateWriter out) {
    out.put("fault.actuators.sent", sent);
    out.put("fault.actuators.first", first ? 1L : 0L);
    for (int f = 0; f < faults.length; f++) {
      faults[f].save(out, "fault.actuator." + f);
    }
    hangs.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.get("fault.actuators.sent", sent);
    first = in.getLong("fault.actuators.first") != 0;
    for (int f = 0; f < faults.length; f++) {
      faults[f].load(in, "fault.actuator." + f);
    }
    hangs.load(in);
  }

  @Override
  public void close() {
    source.close();
  }
}
