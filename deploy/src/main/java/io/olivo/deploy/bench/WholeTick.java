package io.olivo.deploy.bench;

import com.sun.management.ThreadMXBean;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Time and garbage of the whole tick, simulated plant included; keeps some ticks as samples. */
@DesktopOnly
public final class WholeTick {
  private static final int WARM_UP = 150_000; // ticks: even the compiler has come to rest
  private static final int MEASURED = 100_000;
  private static final int SAMPLE_EVERY = 500; // so that the samples go round the trajectory

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Histogram nanos = new Histogram(1, 1_000_000_000L, 3);
  private final List<Tick> samples = new ArrayList<>();
  private final Rig rig;
  private long ticks;
  private long lastNanos;
  private long bytes;
  private long cpuNanos;

  /** Runs a robot with the learner that its file asks for. */
  public WholeTick(RobotSpec spec) throws InterruptedException {
    double seconds = (WARM_UP + MEASURED) * spec.loop().dtSeconds();
    rig = new Rig(spec, Rule.of(spec.learner()), 1, List.of(), seconds);
    rig.run(this::measure);
  }

  private void measure(Tick tick) {
    nanos.recordValue(
        Math.clamp(System.nanoTime() - lastNanos, 1, nanos.getHighestTrackableValue()));
    ticks++;
    if (ticks <= WARM_UP) {
      warmUp(tick);
    } else if (ticks == WARM_UP + MEASURED) {
      bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
      cpuNanos = threads.getCurrentThreadCpuTime() - cpuNanos;
    }
    lastNanos = System.nanoTime();
  }

  private void warmUp(Tick tick) {
    if (ticks > WARM_UP - SAMPLE_EVERY * Repeated.SAMPLES && ticks % SAMPLE_EVERY == 0) {
      Tick kept =
          new Tick(
              tick.state.length, tick.desired.length / 3, tick.command.length, tick.figures.length);
      kept.copyFrom(tick);
      samples.add(kept);
    }
    if (ticks == WARM_UP) {
      nanos.reset();
      cpuNanos = threads.getCurrentThreadCpuTime();
      bytes = threads.getCurrentThreadAllocatedBytes();
    }
  }

  /** Ticks that were measured. */
  public int ticks() {
    return MEASURED;
  }

  /** Its median [us]. */
  public double medianMicros() {
    return nanos.getValueAtPercentile(50) / 1e3;
  }

  /** Mean time on the processor [us]: other processes do not count. */
  public double cpuMicros() {
    return cpuNanos / 1e3 / MEASURED;
  }

  /** What 99 of 100 ticks stay below [us]. */
  public double p99Micros() {
    return nanos.getValueAtPercentile(99) / 1e3;
  }

  /** Memory asked for, per tick. */
  public double bytesPerTick() {
    return (double) bytes / MEASURED;
  }

  /** The robot, as the run left it. */
  Rig rig() {
    return rig;
  }

  /** Ticks on the way. */
  List<Tick> samples() {
    return samples;
  }
}
