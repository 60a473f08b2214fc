package io.olivo.controller.record;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.loop.Adjustment;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The loop's end of a recording. It goes around raw sensors, actuators and pacer, listens, and
 * looks at every tick; all it does there is to copy numbers into the row of the beat. Nothing is
 * asked for, nothing waits, except where there is time: a simulation that runs as fast as possible
 * waits for the recorder instead of losing a row.
 *
 * <p>Until {@link #open} and after {@link #close} it does nothing. Only the loop's own thread is
 * recorded: what a supervisor sends through the same actuators is none of the loop's commands.
 */
public final class Tap implements LoopListener, Telemetry {
  private static final long WAIT_NANOS = 50_000;

  private final boolean patient;
  private int sensorCount;
  private final Queue<Mark> marks = new ConcurrentLinkedQueue<>();
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable RowRing ring;
  private @Nullable StateCopy learned;
  private @Nullable StateCopy whole;
  private long digestEvery = 1; // ticks
  private long showEvery = 1; // ticks
  private @Nullable Thread loop;
  private @Nullable Row row; // of the beat in progress; null when it is not recorded
  private long beats;
  private LoopState told = LoopState.DISARMED;
  private volatile boolean open;
  private volatile boolean partAsked;
  private volatile LoopState partState = LoopState.DISARMED;

  /**
   * @param patient whether the loop waits for the recorder when that is behind; else rows are lost
   *     and counted
   */
  public Tap(boolean patient) {
    this.patient = patient;
  }

  boolean isPatient() {
    return patient;
  }

  /** How many raw sensors there are. */
  int sensors() {
    return sensorCount;
  }

  /** Raw sensors, recorded. */
  public SensorIo around(SensorIo sensors) {
    sensorCount = sensors.channels().size();
    return new RecordedSensors(sensors, this);
  }

  /** Actuators, recorded. */
  public ActuatorIo around(ActuatorIo actuators) {
    return new RecordedActuators(actuators, this);
  }

  /** A pacer, recorded; the outermost. */
  public Pacer around(Pacer pacer) {
    return new RecordedPacer(pacer, this);
  }

  /**
   * Begins; before the loop does.
   *
   * @param into takes the rows
   * @param learnedCopy of what is learned
   * @param wholeCopy of learner and loop
   * @param digestTicks a copy is taken every so many ticks
   * @param showTicks every so many ticks people see one
   */
  void open(
      RowRing into, StateCopy learnedCopy, StateCopy wholeCopy, long digestTicks, long showTicks) {
    ring = into;
    learned = learnedCopy;
    whole = wholeCopy;
    digestEvery = digestTicks;
    showEvery = showTicks;
    open = true;
  }

  /** Asks the loop for a copy of itself after one of its next ticks; from any thread. */
  void askForPart() {
    partAsked = true;
  }

  /** Whether the loop learned when it was {@link Row#parted}; else it acted frozen. */
  LoopState partState() {
    return partState;
  }

  /** Ends; from any thread, when nobody takes rows any more. */
  void close() {
    open = false;
  }

  /** How many beats were not recorded because the recorder was behind. */
  public long dropped() {
    return dropped.get();
  }

  /** Beats so far; for the loop's thread, or when it has ended. */
  long beats() {
    return beats;
  }

  /** What belongs to beats up to this one, in order. */
  @Nullable Mark nextMark(long upToRow) {
    Mark next = marks.peek();
    return next != null && next.row() <= upToRow ? marks.poll() : null;
  }

  /** The row of the last beat is complete. */
  @HotPath
  void beatDone() {
    RowRing into = ring;
    if (row != null && into != null) {
      row = null;
      into.publish();
    }
  }

  /** What the loop does from now on is the way to its safe command. */
  @Override
  public void ending() {
    beatDone();
    open = false;
  }

  /** A beat begins. */
  void begin(Beat beat, long nowNanos, double dtSeconds) {
    if (!open) {
      return;
    }
    loop = Thread.currentThread();
    Row next = claim();
    if (next == null) {
      dropped.getAndIncrement();
    } else {
      next.begin(beats);
      next.beat = beat;
      next.nowNanos = nowNanos;
      next.dtSeconds = dtSeconds;
      row = next;
    }
    beats++;
  }

  private @Nullable Row claim() {
    RowRing into = ring;
    Row next = into == null ? null : into.claim();
    while (next == null && patient && open && into != null) {
      LockSupport.parkNanos(WAIT_NANOS);
      next = into.claim();
    }
    return next;
  }

  /** The raw sensors were read. */
  @HotPath
  void sampled(SampleFrame frame) {
    Row now = row;
    if (now != null) {
      now.sample(frame);
    }
  }

  /** The actuators were commanded, by the loop or by a supervisor. */
  @HotPath
  void written(double[] command, double[] applied) {
    Row now = row;
    if (now != null && Thread.currentThread() == loop) {
      now.write(command, applied);
    }
  }

  @HotPath
  @Override
  public void offer(Tick tick) {
    Row now = row;
    if (now == null) {
      return;
    }
    now.moved = tick.moved;
    StateCopy copy = learned;
    if (tick.number % digestEvery == 0 && copy != null) {
      now.digested = patient ? await(copy) : copy.take();
    }
    if (tick.number % showEvery == 0) {
      now.tick.copyFrom(tick);
      now.shown = true;
    }
    if (partAsked) {
      part(now, tick);
    }
  }

  private boolean await(StateCopy copy) {
    boolean taken = copy.take();
    while (!taken && open) {
      LockSupport.parkNanos(WAIT_NANOS);
      taken = copy.take();
    }
    return taken;
  }

  /** Only where nothing has just been ordered, and none of its states is lost with the copy. */
  private void part(Row now, Tick tick) {
    StateCopy copy = whole;
    if (copy != null && tick.moved && told.moves() && now.orders == 0 && copy.take()) {
      now.parted = true;
      partState = told;
      partAsked = false;
    }
  }

  @Override
  public void ordered(long nowNanos, int orders) {
    Row now = row;
    if (now != null) {
      now.orders = orders;
    }
  }

  @Override
  public void seized(long nowNanos) {
    Row now = row;
    if (now != null) {
      now.seized = true;
    }
  }

  @Override
  public void adjusted(long nowNanos, Adjustment adjustment) {
    mark(Mark.Kind.ADJUSTED, adjustment.text());
  }

  @Override
  public void stopped(long nowNanos, Fault seen) {
    mark(Mark.Kind.STOPPED, FaultText.of(seen));
  }

  /** A supervisor stops a loop that hangs in the middle of a beat; it is heard of at its end. */
  @Override
  public void entered(long nowNanos, LoopState state, @Nullable Fault why) {
    told = state;
    if (why != null && why.trouble() == Trouble.DEAD_LOOP) {
      mark(Mark.Kind.DEAD, FaultText.of(why));
    }
  }

  private void mark(Mark.Kind kind, String text) {
    if (row != null) {
      marks.add(new Mark(beats - 1, kind, text));
    }
  }
}
