package io.olivo.deploy.session;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.record.Head;
import io.olivo.controller.record.Place;
import io.olivo.controller.record.RecordedFile;
import io.olivo.controller.record.Recorder;
import io.olivo.controller.record.Tap;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.sensors.SensorIo;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** The recording of one run, or none: goes around whatever comes into the loop from outside. */
public final class Recording implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;

  private final @Nullable Tap tap;
  private final @Nullable RunHead head;
  private final @Nullable Place place;
  private final InstantSource clock;
  private ObjLongConsumer<String> told = (text, nowNanos) -> {};
  private volatile @Nullable Recorder recorder;

  /**
   * A recording.
   *
   * @param head what is known before the run
   * @param place for its files
   * @param patient whether the loop may wait for the recorder: only where time does not matter
   */
  public Recording(RunHead head, Place place, boolean patient) {
    this(head, place, new Tap(patient), InstantSource.system());
  }

  private Recording(
      @Nullable RunHead head, @Nullable Place place, @Nullable Tap tap, InstantSource clock) {
    this.head = head;
    this.place = place;
    this.tap = tap;
    this.clock = clock;
  }

  /** Nothing is recorded. */
  public static Recording none() {
    return new Recording(null, null, null, InstantSource.system());
  }

  /** Who hears why it ended before the run, or did not begin, and at which robot time [ns]. */
  public void toldTo(ObjLongConsumer<String> listener) {
    told = listener;
  }

  /** The raw sensors. */
  public SensorIo around(SensorIo sensors) {
    return tap == null ? sensors : tap.around(sensors);
  }

  /** The actuators behind the envelope. */
  public ActuatorIo around(ActuatorIo actuators) {
    return tap == null ? actuators : tap.around(actuators);
  }

  /** The outermost pacer. */
  public Pacer around(Pacer pacer) {
    return tap == null ? pacer : tap.around(pacer);
  }

  /** Who else listens to the loop. */
  public LoopListener and(LoopListener other) {
    return tap == null ? other : tap.and(other);
  }

  /** Who else looks at its ticks. */
  public Telemetry and(Telemetry other) {
    return tap == null ? other : tap.and(other);
  }

  /** What is known once the loop's parts are there; see {@link RunHead#HOLD}. */
  public void holds(double seconds) {
    if (head != null) {
      head.fact(RunHead.HOLD, Double.toString(seconds));
    }
  }

  /**
   * Begins; to be called right before the loop does. When nothing can be written, the run goes on
   * without.
   *
   * @param doneSeconds robot time of the run so far, where it is resumed
   */
  public void begin(ControlLoop loop, LoopParts parts, double rateHertz, double doneSeconds) {
    Tap open = tap;
    RunHead facts = head;
    Place where = place;
    if (open != null && facts != null && where != null) {
      Instant now = clock.instant();
      long wall = now.getEpochSecond() * SECOND + now.getNano();
      long epoch = wall - Math.round(doneSeconds * SECOND);
      begin(open, loop, parts, rateHertz, facts.head(epoch), where);
    }
  }

  private void begin(
      Tap open, ControlLoop loop, LoopParts parts, double rateHertz, Head facts, Place where) {
    try {
      recorder = new Recorder(open, loop, parts, rateHertz, facts, where, told);
    } catch (IOException e) {
      told.accept("nothing is recorded: " + e.getMessage(), 0);
    }
  }

  /** Records something that happened, in words; from any thread. */
  public void tell(long nowNanos, String kind, String text) {
    Recorder running = recorder;
    if (running != null) {
      running.tell(nowNanos, kind, text);
    }
  }

  /** Brings a snapshot that is promoted in the run, before it is. */
  public void promote(String digest, byte[] state) {
    Recorder running = recorder;
    if (running != null) {
      running.attach(new RecordedFile(RunHead.PROMOTED + digest, RunHead.STATE, state));
    }
  }

  /** How many beats are missing because the recorder was behind; 0 without a recording. */
  public long dropped() {
    return tap == null ? 0 : tap.dropped();
  }

  /** Whether there is one. */
  public boolean isOn() {
    return tap != null;
  }

  /** Writes what is left; when the loop has ended. */
  @Override
  public void close() {
    Recorder running = recorder;
    if (running != null) {
      running.close();
    }
  }
}
