package io.olivo.controller.replay;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.RecordedSupervisor;
import io.olivo.controller.record.FaultText;
import io.olivo.controller.record.Head;
import io.olivo.controller.record.Mark;
import io.olivo.controller.record.Row;
import io.olivo.controller.record.StateCopy;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SensorIo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a loop everything again that once came into it from outside, beat by beat, and compares
 * what it makes of it: every command, and once per second all that it has learned, bit for bit. The
 * first difference ends the replay.
 *
 * <pre>
 * Playback playback = new Playback(run, true);
 * LoopParts parts = wiring.parts(playback.sensors(...), playback.actuators(...), ...);
 * ControlLoop loop = new ControlLoop(parts, playback, events);
 * playback.drive(loop, new StateCopy("learned", parts.learner()), adjustments);
 * loop.run(playback.pacer());
 * </pre>
 */
public final class Playback implements Telemetry {
  private final RecordedRun run;
  private final boolean compares;
  private Adjustments adjustments = Adjustments.none();
  private double untilSeconds = Double.POSITIVE_INFINITY;
  private @Nullable ControlLoop loop;
  private @Nullable RecordedSupervisor supervisor;
  private @Nullable StateCopy learned;
  private List<Channel> actuators = List.of();
  private @Nullable Row row; // of the beat in progress
  private @Nullable Difference difference;
  private boolean first = true;
  private boolean written; // in this beat
  private boolean seizing;
  private String ending = "";
  private long beats;
  private long digests;
  private double seconds;
  private double firstSeconds;

  /**
   * @param run is given again
   * @param compares whether the loop is the recorded one; else differences are no matter
   */
  public Playback(RecordedRun run, boolean compares) {
    this.run = run;
    this.compares = compares;
  }

  /** Ends before the first beat after this robot time [s]. */
  public void until(double robotSeconds) {
    untilSeconds = robotSeconds;
  }

  /** The raw sensors. */
  public SensorIo sensors(List<Channel> channels) {
    return new ReplaySensors(channels, this);
  }

  /**
   * The actuators.
   *
   * @param safe values that the loop believed were sent when a supervisor held the actuators
   */
  public ActuatorIo actuators(List<Channel> channels, double[] safe) {
    actuators = List.copyOf(channels);
    return new ReplayActuators(channels, safe, this);
  }

  /** Says when, and gives orders before the same beats. */
  public Pacer pacer() {
    return new ReplayPacer(this);
  }

  /**
   * The loop that is driven.
   *
   * @param copy of what is learned in it
   * @param made makes the adjustments of its parts again
   */
  public void drive(ControlLoop driven, StateCopy copy, Adjustments made) {
    loop = driven;
    adjustments = made;
    supervisor = new RecordedSupervisor(driven);
    learned = copy;
  }

  /** The next beat; the end after a difference, or where no row follows. */
  Pacer.Beat next() {
    compareSilence();
    Row after = difference == null ? read() : null;
    row = after;
    if (after == null) {
      return Pacer.Beat.END;
    }
    written = false;
    beats++;
    seconds = after.nowNanos * 1e-9;
    firstSeconds = first ? seconds : firstSeconds;
    try {
      giveWhatCameFromOutside(after);
    } catch (IllegalArgumentException e) {
      ending = String.valueOf(e.getMessage());
      row = null;
      return Pacer.Beat.END;
    }
    first = false;
    return after.beat;
  }

  private @Nullable Row read() {
    try {
      Row after = run.next();
      if (after == null) {
        ending = run.ending();
      } else if (after.nowNanos * 1e-9 > untilSeconds) {
        ending = "the time was over";
        return null;
      }
      return after;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void giveWhatCameFromOutside(Row now) {
    ControlLoop driven = driven();
    if (now.seized) {
      seizing = true;
      supervisor().seize(now.nowNanos);
      seizing = false;
    }
    for (String text : run.marks(now.number, Mark.Kind.ADJUSTED)) {
      driven.adjust(adjustments.read(text));
    }
    String seen = run.mark(now.number, Mark.Kind.STOPPED);
    if (seen != null) {
      driven.stop(FaultText.read(seen));
    }
    order(driven, now.orders);
  }

  /** A part of a run begins with a loop that was already armed. */
  private void order(ControlLoop driven, int orders) {
    String state = run.facts().getOrDefault(Head.STATE, "");
    boolean armed = first && !state.isEmpty();
    for (Order order : Order.values()) {
      boolean given = order.isIn(orders);
      given |= armed && order == Order.ARM;
      given |= armed && order == Order.FREEZE && isFrozen(state) && !Order.UNFREEZE.isIn(orders);
      if (given) {
        driven.order(order);
      }
    }
  }

  private static boolean isFrozen(String state) {
    return state.equals(LoopState.FROZEN.name());
  }

  private ControlLoop driven() {
    ControlLoop driven = loop;
    if (driven == null) {
      throw new IllegalStateException("drive comes before the first beat");
    }
    return driven;
  }

  private RecordedSupervisor supervisor() {
    RecordedSupervisor known = supervisor;
    if (known == null) {
      throw new IllegalStateException("drive comes before the first beat");
    }
    return known;
  }

  /** The row of the beat in progress; null outside. */
  @Nullable Row row() {
    return row;
  }

  /** A loop that hung in the middle of a beat found itself stopped when it woke up. */
  void stopHere(boolean beforeItMoved) {
    Row now = row;
    String dead = now == null ? null : run.mark(now.number, Mark.Kind.DEAD);
    if (now != null && dead != null && now.moved != beforeItMoved) {
      supervisor().stop(FaultText.read(dead));
    }
  }

  /** Whether it is the supervisor who writes. */
  boolean isSeizing() {
    return seizing;
  }

  /** The loop wrote a command. */
  void written(Row now, double[] command) {
    if (!written && now.wrote && compares) {
      for (int i = 0; i < command.length && difference == null; i++) {
        compare(now, i, command[i]);
      }
    }
    written = true;
  }

  private void compare(Row now, int i, double command) {
    long recorded = Double.doubleToRawLongBits(now.command[i]);
    if (recorded != Double.doubleToRawLongBits(command)) {
      differ(
          now,
          "command of " + actuators.get(i).name() + " [" + actuators.get(i).unit().symbol() + "]",
          Double.toString(now.command[i]),
          Double.toString(command));
    }
  }

  /** A command was recorded, but the loop was silent. */
  private void compareSilence() {
    Row before = row;
    if (before != null && before.wrote && !written && compares) {
      differ(before, "command", "sent", "none");
    }
  }

  private void differ(Row at, String what, String recorded, String replayed) {
    if (difference == null) {
      difference = new Difference(at.number, at.nowNanos * 1e-9, what, recorded, replayed);
    }
  }

  /** Compares what was learned where the recording says what it was. */
  @Override
  public void offer(Tick tick) {
    Row now = row;
    StateCopy copy = learned;
    String recorded = now == null ? null : run.mark(now.number, Mark.Kind.LEARNED);
    if (now == null || copy == null || recorded == null || !compares) {
      return;
    }
    digests++;
    String replayed = copy.digestNow();
    if (!recorded.equals(replayed)) {
      differ(now, "SHA-256 of what was learned", recorded, replayed);
    }
  }

  /** Where it first did something else; null when nowhere. */
  public @Nullable Difference difference() {
    return difference;
  }

  /** Why it went no further. */
  public String ending() {
    return ending;
  }

  /** How many beats were given. */
  public long beats() {
    return beats;
  }

  /** How often all that was learned was compared. */
  public long digests() {
    return digests;
  }

  /** Robot time of the first beat [s]. */
  public double firstSeconds() {
    return firstSeconds;
  }

  /** Robot time of the last beat [s]. */
  public double seconds() {
    return seconds;
  }
}
