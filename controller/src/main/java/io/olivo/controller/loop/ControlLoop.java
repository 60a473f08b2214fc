package io.olivo.controller.loop;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Reference;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.concurrent.locks.LockSupport;

/**
 * One fixed-rate loop from sensors to actuators that learns while it runs. The same class drives a
 * board, a simulation in this process and one across the network; only the parts differ.
 */
public final class ControlLoop implements Stateful {
  private final LoopParts parts;
  private final SensorIo sensors;
  private final Observer observer;
  private final Reference reference;
  private final Feedback feedback;
  private final Learner learner;
  private final SafetyEnvelope envelope;
  private final ActuatorIo actuators;
  private final Telemetry telemetry;
  private final LoopListener listener;
  private final SampleFrame samples;
  private final Teaching teaching;
  private final Tick now;
  private final int firstEcho; // index in the frame of the first actuator's echo
  private final double[] learnedApplied; // [actuator]
  private volatile boolean frozen;
  private volatile boolean stopping;
  private double lastDtSeconds;
  private boolean halted;
  private boolean broken; // samples were missing: what spans the gap must not be believed

  /** Puts the parts together; nothing moves before {@link #run}. */
  public ControlLoop(LoopParts parts, Telemetry telemetry, LoopListener listener) {
    this.parts = parts;
    this.telemetry = telemetry;
    this.listener = listener;
    sensors = parts.sensors();
    observer = parts.observer();
    reference = parts.reference();
    feedback = parts.feedback();
    learner = parts.learner();
    envelope = parts.envelope();
    actuators = parts.actuators();
    samples = new SampleFrame(parts.channels());
    teaching = new Teaching(envelope.size());
    now = parts.tickShape();
    firstEcho = parts.firstEcho();
    learnedApplied = new double[envelope.size()];
  }

  /** Runs until the pacer ends or {@link #stop}; the last command is always a safe one. */
  public void run(Pacer pacer) throws InterruptedException {
    try {
      Pacer.Beat beat = pacer.await();
      while (beat != Pacer.Beat.END) {
        take(beat, pacer.nowNanos(), pacer.dtSeconds());
        beat = stopping ? Pacer.Beat.END : pacer.await();
      }
      listener.ending();
    } finally {
      comeToRest();
    }
  }

  /** Goes to the safe values, as fast as the robot file says, and stays. */
  private void comeToRest() {
    double left = envelope.secondsToSafe();
    for (; left > 0 && lastDtSeconds > 0; left -= lastDtSeconds) {
      stand(now.nowNanos, lastDtSeconds);
      LockSupport.parkNanos((long) (lastDtSeconds * 1e9));
    }
    stand(now.nowNanos, Double.POSITIVE_INFINITY);
  }

  private void take(Pacer.Beat beat, long nowNanos, double dtSeconds) {
    lastDtSeconds = dtSeconds;
    switch (beat) {
      case TICK -> tick(nowNanos, dtSeconds);
      case LOST -> lose(nowNanos, dtSeconds);
      case RESTARTED -> restart(nowNanos);
      case END -> stop();
    }
  }

  /**
   * One tick, from samples to learning.
   *
   * @param nowNanos robot time in simulation, the wall's on a board
   * @param dtSeconds since the tick before
   */
  @HotPath
  void tick(long nowNanos, double dtSeconds) {
    begin(nowNanos);
    sensors.read(samples, nowNanos);
    if (!observer.fill(samples, nowNanos, now.state)) {
      missSamples(nowNanos, dtSeconds);
      return;
    }
    refer(nowNanos);
    feedback.command(now.state, now.desired, now.feedback);
    learner.act(now.state, now.desired, now.learned);
    envelope.clip(now.feedback, now.learned, now.command, dtSeconds);
    actuators.write(now.command, now.applied, nowNanos);
    feedback.teach(teaching);
    learner.learn(teaching, learnedApplied());
    echo(nowNanos);
    telemetry.offer(now);
  }

  private void begin(long nowNanos) {
    if (now.number == 0) {
      echoSafe(nowNanos);
    }
    now.nowNanos = nowNanos;
    now.number++;
    teaching.clear();
    learner.freeze(frozen);
  }

  /** The reference starts where the robot is and waits while the learner measures the plant. */
  private void refer(long nowNanos) {
    if (broken) {
      beginAnew();
    }
    if (reference.needsPose()) {
      for (int j = 0; j < reference.joints(); j++) {
        reference.beginAt(j, now.state[parts.positionChannel(j)]);
      }
    }
    if (!learner.identifying()) {
      reference.release(nowNanos);
    }
    reference.at(nowNanos, now.desired);
    now.trajectorySeconds = reference.seconds(nowNanos);
    resume(nowNanos);
  }

  /** What the learner's part came to: where the sum was changed, that is the learner's affair. */
  private double[] learnedApplied() {
    for (int i = 0; i < learnedApplied.length; i++) {
      boolean whole = now.applied[i] == now.feedback[i] + now.learned[i];
      learnedApplied[i] = whole ? now.learned[i] : now.applied[i] - now.feedback[i];
    }
    return learnedApplied;
  }

  /** What the actuators did is a sample like any other, for the next tick. */
  private void echo(long nowNanos) {
    for (int i = 0; i < now.applied.length; i++) {
      samples.put(firstEcho + i, now.applied[i], nowNanos);
      now.clipped[i] = envelope.clipped(i);
    }
    learner.figures(now.figures);
  }

  /** Before the first command the actuators are taken to be safe. */
  private void echoSafe(long nowNanos) {
    for (int i = 0; i < envelope.size(); i++) {
      samples.put(firstEcho + i, envelope.limits(i).safe(), nowNanos);
    }
  }

  private void missSamples(long nowNanos, double dtSeconds) {
    stand(nowNanos, dtSeconds);
    broken = true;
    if (!halted) {
      halted = true;
      listener.stale(nowNanos, samples.channel(observer.staleChannel()).name());
    }
  }

  private void lose(long nowNanos, double dtSeconds) {
    stand(nowNanos, dtSeconds);
    if (!halted && now.number > 0) {
      halted = true;
      listener.lost(nowNanos);
    }
  }

  /** One step of the safe command. */
  private void stand(long nowNanos, double dtSeconds) {
    envelope.safe(now.command, dtSeconds);
    actuators.write(now.command, now.applied, nowNanos);
  }

  private void resume(long nowNanos) {
    if (halted) {
      halted = false;
      listener.back(nowNanos);
    }
  }

  private void restart(long nowNanos) {
    sensors.restart();
    observer.restart();
    beginAnew();
    if (now.number > 0) {
      listener.restarted(nowNanos);
    }
  }

  /** From the measured pose, without traces of before; what was learned stays. */
  private void beginAnew() {
    broken = false;
    reference.restart();
    feedback.restart();
    learner.interrupt();
  }

  /**
   * Writes what the loop itself remembers between two ticks. Learner, sensors behind the derived
   * channels and actuators keep their own.
   */
  @Override
  public void save(StateWriter out) {
    long[] stamps = new long[samples.size()];
    double[] values = new double[samples.size()];
    for (int i = 0; i < stamps.length; i++) {
      stamps[i] = samples.stampNanos(i);
      values[i] = samples.value(i);
    }
    out.put("loop.clock", new long[] {now.number, now.nowNanos, halted ? 1 : 0, broken ? 1 : 0});
    out.put("loop.dt", lastDtSeconds);
    out.put("loop.frame.values", values);
    out.put("loop.frame.stamps", stamps);
    out.put("loop.derived", sensors.memory());
    out.put("loop.envelope", envelope.memory());
    observer.save(out);
    reference.save(out);
    feedback.save(out);
  }

  /** To be called before {@link #run}. */
  @Override
  public void load(StateReader in) {
    long[] clock = new long[4];
    in.get("loop.clock", clock);
    now.number = clock[0];
    now.nowNanos = clock[1];
    halted = clock[2] != 0;
    broken = clock[3] != 0;
    lastDtSeconds = in.getDouble("loop.dt");
    loadFrame(in);
    sensors.recall(loaded(in, "loop.derived", sensors.memory()));
    envelope.recall(loaded(in, "loop.envelope", envelope.memory()));
    observer.load(in);
    reference.load(in);
    feedback.load(in);
  }

  private static double[] loaded(StateReader in, String name, double[] shape) {
    in.get(name, shape);
    return shape;
  }

  private void loadFrame(StateReader in) {
    long[] stamps = new long[samples.size()];
    double[] values = new double[samples.size()];
    in.get("loop.frame.stamps", stamps);
    in.get("loop.frame.values", values);
    for (int i = 0; i < stamps.length; i++) {
      if (stamps[i] != SampleFrame.NEVER) {
        samples.put(i, values[i], stamps[i]);
      }
    }
  }

  /** Ends the run after the tick in progress. */
  public void stop() {
    stopping = true;
  }

  /** How many ticks there were since the beginning of the run. */
  public long ticks() {
    return now.number;
  }

  /** While frozen it acts and does not learn. */
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }
}
