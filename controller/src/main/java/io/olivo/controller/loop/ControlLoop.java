package io.olivo.controller.loop;

import io.olivo.actuators.safety.FencedActuators;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Fault.Response;
import io.olivo.controller.failsafe.Trouble;
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
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One fixed-rate loop from sensors to actuators that learns while it runs. The same class drives a
 * board, a simulation in this process and one across the network; only the parts differ. It begins
 * disarmed: nothing moves before {@link Order#ARM}.
 */
public final class ControlLoop implements Stateful {
  private static final Fault INPUTS_LOST = Fault.of(Trouble.INPUTS_LOST, Response.PAUSE, "inputs");

  private final LoopParts parts;
  private final SensorIo sensors;
  private final Observer observer;
  private final Reference reference;
  private final Feedback feedback;
  private final Learner learner;
  private final SafetyEnvelope envelope;
  private final FencedActuators actuators;
  private final Failsafes failsafes;
  private final Telemetry telemetry;
  private final LoopListener listener;
  private final SampleFrame samples;
  private final Teaching teaching;
  private final Tick now;
  private final int firstEcho; // index in the frame of the first actuator's echo
  private final double[] learnedApplied; // [actuator]
  private final StateMachine machine = new StateMachine();
  private final Requests requests;
  private final Pulse pulse = new Pulse();
  private LoopState told = LoopState.DISARMED;
  private volatile boolean stopping;
  private double lastDtSeconds;
  private @Nullable Fault standing; // what the failsafes found in the last tick
  private boolean broken; // samples were missing: what spans the gap must not be believed

  /** Puts the parts together; nothing moves before {@link #run}. */
  public ControlLoop(LoopParts parts, Telemetry telemetry, LoopListener listener) {
    this.parts = parts;
    this.telemetry = telemetry;
    this.listener = listener;
    requests = new Requests(machine, listener);
    sensors = parts.sensors();
    observer = parts.observer();
    reference = parts.reference();
    feedback = parts.feedback();
    learner = parts.learner();
    envelope = parts.envelope();
    failsafes = parts.failsafes();
    actuators = new FencedActuators(parts.actuators(), envelope);
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

  /** How long the way to the safe values takes at the end [s]. */
  public double secondsToRest() {
    return envelope.secondsToSafe();
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
    pulse.beat();
    lastDtSeconds = dtSeconds;
    obey();
    switch (beat) {
      case TICK -> tick(nowNanos, dtSeconds);
      case LOST -> lose(nowNanos, dtSeconds);
      case RESTARTED -> restart(nowNanos);
      case END -> stop();
    }
    tellState(nowNanos);
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
    observer.fill(samples, nowNanos, now.state);
    tellAges(nowNanos);
    standing = failsafes.look(now, samples, dtSeconds);
    now.moved = mayMove(standing);
    if (!now.moved) {
      rest(nowNanos, dtSeconds);
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
  }

  private void tellAges(long nowNanos) {
    for (int i = 0; i < now.ageNanos.length; i++) {
      now.ageNanos[i] = samples.ageNanos(i, nowNanos, Tick.NEVER_READ);
    }
  }

  /** Whether the robot acts in this tick, after what the failsafes found. */
  private boolean mayMove(@Nullable Fault found) {
    if (found != null && found.response() != Response.FREEZE) {
      halt(found);
    } else {
      machine.inputsAreGood();
    }
    learner.freeze(found != null || machine.state() != LoopState.RUNNING);
    return machine.state().moves();
  }

  private void halt(Fault found) {
    if (found.response() == Response.STOP) {
      machine.stop(found);
    } else {
      machine.inputsAreMissing(found);
    }
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
    for (int j = 0; j < reference.joints(); j++) {
      envelope.motion(j, now.state[parts.velocityChannel(j)]);
    }
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
    echoApplied(nowNanos);
    for (int i = 0; i < now.applied.length; i++) {
      now.clipped[i] = envelope.clipped(i);
    }
    learner.figures(now.figures);
  }

  private void echoApplied(long nowNanos) {
    for (int i = 0; i < now.applied.length; i++) {
      samples.put(firstEcho + i, now.applied[i], nowNanos);
    }
  }

  /** Before the first command the actuators are taken to be safe. */
  private void echoSafe(long nowNanos) {
    for (int i = 0; i < envelope.size(); i++) {
      samples.put(firstEcho + i, envelope.limits(i).safe(), nowNanos);
    }
  }

  private void lose(long nowNanos, double dtSeconds) {
    if (machine.state().moves()) {
      machine.inputsAreMissing(INPUTS_LOST);
    }
    stand(nowNanos, dtSeconds);
  }

  /** A tick at a standstill: nothing of before will be true when it moves again. */
  private void rest(long nowNanos, double dtSeconds) {
    broken = true;
    failsafes.rest();
    Arrays.fill(now.feedback, 0);
    Arrays.fill(now.learned, 0);
    stand(nowNanos, dtSeconds);
    telemetry.offer(now);
  }

  /** One step of the safe command. */
  private void stand(long nowNanos, double dtSeconds) {
    envelope.safe(now.command, dtSeconds);
    actuators.write(now.command, now.applied, nowNanos);
    echoApplied(nowNanos);
  }

  /**
   * Does what others asked for since the last beat; whoever seized the actuators gives them back.
   */
  private void obey() {
    if (actuators.isSeized()) {
      envelope.rest();
      actuators.release();
      broken = true;
      listener.seized(now.nowNanos);
    }
    requests.obey(now.nowNanos, standing);
  }

  private void tellState(long nowNanos) {
    LoopState state = machine.state();
    if (state != told) {
      told = state;
      listener.entered(nowNanos, state, machine.reason());
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
    failsafes.rest();
  }

  /**
   * Writes what the loop itself remembers between two ticks. Learner, sensors behind the derived
   * channels and actuators keep their own.
   */
  @Override
  public void save(StateWriter out) {
    out.put("loop.clock", new long[] {now.number, now.nowNanos, 0, broken ? 1 : 0});
    out.put("loop.dt", lastDtSeconds);
    if (requests.adjusted() > 0) {
      out.put("loop.adjusted", requests.adjusted());
    }
    new LoopMemory(parts, samples).save(out);
  }

  /** To be called before {@link #run}. */
  @Override
  public void load(StateReader in) {
    if (in.has("loop.adjusted")) {
      throw new IllegalArgumentException(
          "gains, path or learner of that run were changed %d times by command, which a saved run"
                  .formatted(in.getLong("loop.adjusted"))
              + " does not hold; begin a new one with --load instead of --resume");
    }
    long[] clock = new long[4];
    in.get("loop.clock", clock);
    now.number = clock[0];
    now.nowNanos = clock[1];
    broken = clock[3] != 0;
    lastDtSeconds = in.getDouble("loop.dt");
    new LoopMemory(parts, samples).load(in);
  }

  /** Ends the run after the tick in progress. */
  public void stop() {
    stopping = true;
  }

  /** Gives an order, from any thread; it is obeyed before the next beat. */
  public void order(Order order) {
    requests.order(order);
  }

  /** Gives an order that is worth something for a time only, from any thread. */
  public void order(Errand errand) {
    requests.order(errand);
  }

  /**
   * Stops the robot before the next beat for a fault that somebody else saw, from any thread, until
   * it is armed again.
   */
  public void stop(Fault seen) {
    requests.stop(seen);
  }

  /** Changes something of the loop's parts before the next beat, on the loop's thread. */
  public void adjust(Adjustment adjustment) {
    requests.adjust(adjustment);
  }

  /** What the loop may do now. */
  public LoopState state() {
    return machine.state();
  }

  /** Whether it learns nothing whenever it moves. */
  public boolean isFrozen() {
    return machine.isFrozen();
  }

  /** Why it stands still, as long as it does so by a fault. */
  public @Nullable Fault reason() {
    return machine.reason();
  }

  /** What another thread needs to see whether the loop lives, and to answer when it does not. */
  Lifeline lifeline() {
    return new Lifeline(pulse, actuators, machine);
  }

  /** How many ticks there were since the beginning of the run. */
  public long ticks() {
    return now.number;
  }
}
