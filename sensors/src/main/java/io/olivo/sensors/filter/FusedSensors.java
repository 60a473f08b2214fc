package io.olivo.sensors.filter;

import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Appends channels to a source that are computed from several of its channels at once. */
public final class FusedSensors implements SensorIo {
  private final SensorIo source;
  private final int[] from; // [input] index in the frame
  private final Fusion fusion;
  private final double dtNanos;
  private final List<Channel> channels;
  private final int base; // index in the frame of the first output
  private final double[] in;
  private final double[] out;

  /**
   * The channels of {@code source}, then those of the fusion.
   *
   * @param source whose channels go in
   * @param from index of the channel of each input
   * @param fusion how
   * @param outputs channels of what comes out
   * @param dtSeconds tick length, that of the fusion
   */
  public FusedSensors(
      SensorIo source, int[] from, Fusion fusion, List<Channel> outputs, double dtSeconds) {
    List<Channel> inputs = Arrays.stream(from).mapToObj(source.channels()::get).toList();
    requireUnits(inputs, fusion.inputs());
    requireUnits(outputs, fusion.outputs());
    this.source = source;
    this.from = from.clone();
    this.fusion = fusion;
    dtNanos = dtSeconds * 1e9;
    base = source.channels().size();
    channels = new ArrayList<>(source.channels());
    channels.addAll(outputs);
    in = new double[from.length];
    out = new double[outputs.size()];
  }

  private static void requireUnits(List<Channel> found, List<Unit> wanted) {
    if (found.size() != wanted.size()) {
      throw new IllegalArgumentException(
          "%d channels where %d are needed".formatted(found.size(), wanted.size()));
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (found.get(i).unit() != wanted.get(i)) {
        throw new IllegalArgumentException(
            "%s is in %s, it has to be in %s"
                .formatted(
                    found.get(i).name(), found.get(i).unit().symbol(), wanted.get(i).symbol()));
      }
    }
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  /** When an input is invalid, or none is new, the outputs keep their values and grow old. */
  @Override
  public void read(SampleFrame frame, long nowNanos) {
    source.read(frame, nowNanos);
    long oldest = Long.MAX_VALUE;
    for (int i = 0; i < from.length; i++) {
      if (!frame.valid(from[i])) {
        return;
      }
      in[i] = frame.value(from[i]);
      oldest = Math.min(oldest, frame.stampNanos(from[i]));
    }
    int ticks = Gap.ticks(frame.stampNanos(base), oldest, dtNanos);
    if (ticks > 0) {
      fusion.next(in, ticks, out);
      put(frame, oldest);
    }
  }

  private void put(SampleFrame frame, long stampNanos) {
    for (int i = 0; i < out.length; i++) {
      frame.put(base + i, out[i], stampNanos);
    }
  }

  @Override
  public void restart() {
    source.restart();
    fusion.reset();
  }

  /** The fusion's memory, then the source's. */
  @Override
  public double[] memory() {
    return DoubleStream.concat(Arrays.stream(fusion.memory()), Arrays.stream(source.memory()))
        .toArray();
  }

  @Override
  public void recall(double[] memory) {
    int own = fusion.memory().length;
    if (memory.length != own + source.memory().length) {
      throw new IllegalArgumentException(
          "%d values were saved for sensors that remember %d: it was another robot file"
              .formatted(memory.length, own + source.memory().length));
    }
    fusion.recall(Arrays.copyOf(memory, own));
    source.recall(Arrays.copyOfRange(memory, own, memory.length));
  }

  @Override
  public void close() {
    source.close();
  }
}
