package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.ArrayList;
import java.util.List;

/**
 * Sensors that fail on purpose. It goes around raw sensors; derived channels go around it, so that
 * they are computed from what is wrong. Several faults of one channel act in the order in which
 * they were given.
 */
@HotPath
public final class FaultySensors implements SensorIo, Stateful {
  private final SensorIo source;
  private final FaultClock clock;
  private final SampleFrame honest;
  private final long[] seenNanos; // [channel] stamp of the newest honest sample
  private final Reading reading = new Reading();
  private final SensorFault[] faults;
  private final int[] channel; // [fault] where it is

  FaultySensors(SensorIo source, List<SeededFault> scheduled, double dtSeconds, FaultClock clock) {
    this.source = source;
    this.clock = clock;
    List<Channel> channels = source.channels();
    honest = new SampleFrame(channels);
    seenNanos = new long[channels.size()];
    List<SensorFault> all = new ArrayList<>();
    List<Integer> where = new ArrayList<>();
    for (SeededFault one : scheduled) {
      for (int i : one.among(channels, "sensor")) {
        all.add(one.inSensor(channels.get(i), i, dtSeconds));
        where.add(i);
      }
    }
    faults = all.toArray(new SensorFault[0]);
    channel = where.stream().mapToInt(Integer::intValue).toArray();
    forget();
  }

  @Override
  public List<Channel> channels() {
    return source.channels();
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    long trueNanos = clock.trueNanos(nowNanos);
    source.read(honest, trueNanos);
    for (int i = 0; i < seenNanos.length; i++) {
      take(i);
      spoil(i, trueNanos);
      if (reading.fresh) {
        frame.put(i, reading.value, clock.told(reading.stampNanos));
      }
    }
  }

  private void take(int i) {
    long stamp = honest.stampNanos(i);
    reading.set(honest.value(i), stamp);
    reading.fresh = stamp != seenNanos[i];
    seenNanos[i] = stamp;
  }

  private void spoil(int i, long trueNanos) {
    for (int f = 0; f < faults.length; f++) {
      if (channel[f] == i) {
        faults[f].pass(reading, trueNanos);
      }
    }
  }

  @Override
  public void restart() {
    source.restart();
    for (SensorFault fault : faults) {
      fault.restart();
    }
    forget();
  }

  private void forget() {
    for (int i = 0; i < seenNanos.length; i++) {
      seenNanos[i] = SampleFrame.NEVER;
    }
  }

  /** What the faults remember; the source keeps its own. */
  @Override
  public void save(StateWriter out) {
    out.put("fault.sensors.seen", seenNanos);
    for (int f = 0; f < faults.length; f++) {
      faults[f].save(out, "fault.sensor." + f);
    }
  }

  @Override
  public void load(StateReader in) {
    in.get("fault.sensors.seen", seenNanos);
    for (int f = 0; f < faults.length; f++) {
      faults[f].load(in, "fault.sensor." + f);
    }
  }

  @Override
  public double[] memory() {
    return source.memory();
  }

  @Override
  public void recall(double[] memory) {
    source.recall(memory);
  }

  @Override
  public void close() {
    source.close();
  }
}
