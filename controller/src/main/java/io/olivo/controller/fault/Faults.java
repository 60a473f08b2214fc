package io.olivo.controller.fault;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.Pacer;
import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.SensorIo;
import java.util.ArrayList;
import java.util.List;

/**
 * The faults of one run. It goes around any IO, once around each of sensors, actuators and pacer;
 * what has no fault is returned as it is.
 *
 * <pre>
 * Faults faults = Faults.of(List.of(ScheduledFault.of(FaultKind.NAN, "elbow.angle", 5, 1)), dt, 7);
 * wiring.parts(faults.around(sensors), faults.around(actuators), ...)
 * loop.run(faults.around(new FastPacer(dt, ticks)));
 * </pre>
 *
 * <p>{@link #save} and {@link #load} hold what the faults remember, to go on in mid-fault bit for
 * bit. A run that had no faults can be resumed with faults, as long as they all begin later.
 */
public final class Faults implements Stateful {
  private static final String SAVED = "fault.schedule";

  private final List<SeededFault> all;
  private final double dtSeconds;
  private final FaultClock clock;
  private final Sleeper sleeper;
  private final List<Stateful> parts = new ArrayList<>();

  private Faults(List<SeededFault> all, double dtSeconds, FaultClock clock, Sleeper sleeper) {
    this.all = all;
    this.dtSeconds = dtSeconds;
    this.clock = clock;
    this.sleeper = sleeper;
    parts.add(clock);
  }

  /**
   * In robot time: a bus that hangs is a gap, which the decorated pacer makes.
   *
   * @param faults in the order in which they act on one part
   * @param dtSeconds tick length
   * @param seed of all that they draw; each draws for itself
   */
  public static Faults of(List<ScheduledFault> faults, double dtSeconds, long seed) {
    FaultClock clock = clock(faults);
    return new Faults(seeded(faults, seed), dtSeconds, clock, clock);
  }

  /**
   * With a bus that hangs by something else than robot time.
   *
   * @param faults in the order in which they act on one part
   * @param dtSeconds tick length
   * @param seed of all that they draw; each draws for itself
   * @param sleeper such as {@link Sleeper#WALL}
   */
  public static Faults of(
      List<ScheduledFault> faults, double dtSeconds, long seed, Sleeper sleeper) {
    return new Faults(seeded(faults, seed), dtSeconds, clock(faults), sleeper);
  }

  private static FaultClock clock(List<ScheduledFault> faults) {
    return new FaultClock(
        faults.stream().filter(fault -> fault.kind() == FaultKind.CLOCK_STEP).toList());
  }

  private static List<SeededFault> seeded(List<ScheduledFault> faults, long seed) {
    Chance chance = new Chance(seed);
    return faults.stream().map(fault -> new SeededFault(fault, chance.bits())).toList();
  }

  /** Raw sensors, with the faults of sensors. */
  public SensorIo around(SensorIo sensors) {
    if (all.isEmpty()) {
      return sensors;
    }
    return kept(new FaultySensors(sensors, in(FaultKind.Target.SENSOR), dtSeconds, clock));
  }

  /** Actuators, with the faults of actuators and buses that hang. */
  public ActuatorIo around(ActuatorIo actuators) {
    if (all.isEmpty()) {
      return actuators;
    }
    List<ScheduledFault> hangs =
        in(FaultKind.Target.LOOP).stream()
            .map(SeededFault::fault)
            .filter(fault -> fault.kind() == FaultKind.BUS_HANG)
            .toList();
    return kept(
        new FaultyActuators(
            actuators, in(FaultKind.Target.ACTUATOR), dtSeconds, clock, new Hangs(hangs, sleeper)));
  }

  /** A pacer, with steps of its clock and gaps. Comes after {@link #load}, if there is one. */
  public Pacer around(Pacer pacer) {
    return all.isEmpty() ? pacer : new FaultyPacer(pacer, clock);
  }

  private List<SeededFault> in(FaultKind.Target target) {
    return all.stream().filter(one -> one.fault().kind().target() == target).toList();
  }

  private <T extends Stateful> T kept(T part) {
    parts.add(part);
    return part;
  }

  /** How many ticks of the decorated pacer fell into gaps and never reached the loop. */
  public long ticksLeftOut() {
    return clock.ticksLeftOut();
  }

  @Override
  public void save(StateWriter out) {
    if (!all.isEmpty()) {
      out.put(SAVED, fingerprint());
      parts.forEach(part -> part.save(out));
    }
  }

  /**
   * To be called when everything has been put around its IO.
   *
   * @throws IllegalArgumentException when they are not the faults that were saved
   */
  @Override
  public void load(StateReader in) {
    if (!in.has(SAVED)) {
      return;
    }
    if (in.getLong(SAVED) != fingerprint()) {
      throw new IllegalArgumentException(
          "the run was saved with other faults: give it the same ones to go on with");
    }
    parts.forEach(part -> part.load(in));
  }

  private long fingerprint() {
    return all.toString().hashCode();
  }
}
