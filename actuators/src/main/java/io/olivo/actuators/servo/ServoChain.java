package io.olivo.actuators.servo;

import io.olivo.actuators.bus.DrivenActuator;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.Readings;
import io.olivo.sensors.bus.SerialLine;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Servos on one line. Every turn that a {@link io.olivo.actuators.bus.Drive} gives it writes the
 * goals of all and reads back the states of all.
 *
 * <ul>
 *   <li>With the first command the goals become the present positions, then the torque comes: no
 *       joint jumps. Without a command there is no torque.
 *   <li>A servo that does not answer keeps its last values with their stamp, and is asked last; ten
 *       turns of silence are a failure. A servo that lost its settings gets them again.
 *   <li>A servo that shut itself down is a failure, until the chain is made ready anew: that starts
 *       it again, and takes the torque from all.
 * </ul>
 */
public final class ServoChain implements DrivenActuator {
  private static final int PATIENCE_TURNS = 10;
  private static final int ALERT = 0x80;

  private final ServoState[] states;
  private final ControlTable table;
  private final int[] ids;
  private final int[] order; // ids, those who did not answer last
  private final int[] indexOf = new int[256]; // [id] index into states, -1 for nobody
  private final ServoBus bus;
  private final ServoSetup setup;
  private final Grip grip;
  private final Witness witness;
  private final ServoBus.Replies replies = this::take;
  private final BooleanSupplier guarded;
  private final LongSupplier clock;
  private long askedNanos;

  /**
   * @param line they are on
   * @param servos of one family, each id once
   * @param timing of the line
   * @param watchdogSeconds after so long without a packet a servo that can stops by itself, 0.02 to
   *     2.54 [s]
   * @param guarded whether somebody takes the torque away should this process die; without, no
   *     torque comes
   * @param clock of the stamps [ns]
   */
  public ServoChain(
      SerialLine line,
      List<Servo> servos,
      ServoTiming timing,
      double watchdogSeconds,
      BooleanSupplier guarded,
      LongSupplier clock) {
    ServoFamily family = ServoFamily.of(servos);
    table = family.table();
    ids = servos.stream().mapToInt(Servo::id).toArray();
    order = ids.clone();
    states = servos.stream().map(ServoState::new).toArray(ServoState[]::new);
    Arrays.fill(indexOf, -1);
    IntStream.range(0, ids.length).forEach(i -> indexOf[ids[i]] = i);
    bus = new ServoBus(line, family.protocol(), timing);
    setup = new ServoSetup(bus);
    grip = new Grip(bus, setup, states, watchdogSeconds);
    witness = new Witness(bus, states, table, grip.watchdog());
    this.guarded = guarded;
    this.clock = clock;
  }

  /** The packet that takes the torque from servos of one chain, for {@link Deadman}. */
  public static byte[] torqueOff(List<Servo> servos) {
    ServoFamily family = ServoFamily.of(servos);
    int[] ids = servos.stream().mapToInt(Servo::id).toArray();
    byte[] packet = new byte[32 + 2 * ids.length];
    int torque = family.table().torque().address();
    int length = family.protocol().syncWrite(packet, torque, 1, ids, new byte[ids.length]);
    return Arrays.copyOf(packet, length);
  }

  @Override
  public String name() {
    return "%d %s servos".formatted(ids.length, states[0].servo().model().family().name());
  }

  @Override
  public List<Measure> inputs() {
    return Arrays.stream(ids)
        .mapToObj(id -> new Measure("goal of servo " + id, Unit.RADIAN))
        .toList();
  }

  /** What each servo measures, in the order of the servos. */
  public List<Readings> readings() {
    return List.of(states);
  }

  /** How many bytes went over the line so far, both ways. By the thread of the bus. */
  public long bytes() {
    return bus.bytes();
  }

  /** How often a servo that had shut itself down was started anew. */
  public long reboots() {
    return setup.reboots();
  }

  /** How often the torque came: once, and again whenever a servo had lost its settings. */
  public long armings() {
    return grip.taken();
  }

  /** Where a servo was seen last [rad]. By the thread of the bus. */
  double position(int servo) {
    return states[servo].servo().angle(states[servo].position());
  }

  /** How often a servo was asked in vain. By the thread of the bus. */
  public long missed(int servo) {
    return states[servo].missed();
  }

  @Override
  public double begin(int step) throws BusException {
    int servos = states.length;
    if (step == 0) {
      grip.letGo();
      return ServoSetup.PAUSE_SECONDS;
    }
    if (step <= servos) {
      return setup.rouse(states[step - 1].servo());
    }
    setup.settle(states[step - servos - 1]);
    return step < 2 * servos ? ServoSetup.PAUSE_SECONDS : READY;
  }

  @Override
  public void write(double[] goals) throws BusException {
    requireSense(goals);
    requireGuard();
    if (grip.holds()) {
      grip.move(goals);
      look();
      if (!witness.seesWhatWasSet()) {
        grip.doubt();
      }
      complain();
    } else {
      look();
      complain();
      grip.take();
    }
  }

  private void requireSense(double[] goals) throws BusException {
    for (int i = 0; i < goals.length; i++) {
      if (!Double.isFinite(goals[i])) {
        throw new BusException(states[i].name() + " is told to go to " + goals[i]);
      }
    }
  }

  private void requireGuard() throws BusException {
    if (!guarded.getAsBoolean()) {
      grip.letGo();
      throw new BusException("nobody would let go of the servos, should this process die");
    }
  }

  @Override
  public void release() throws BusException {
    grip.letGo();
    look();
    complain();
  }

  private void look() throws BusException {
    for (ServoState state : states) {
      state.listen();
    }
    askedNanos = clock.getAsLong();
    bus.readAll(table.block(), table.blockBytes(), order, replies);
    int first = 0;
    int last = order.length;
    for (int i = 0; i < states.length; i++) {
      order[states[i].count() ? first++ : --last] = ids[i];
    }
  }

  private void take(StatusPacket packet) {
    int index = indexOf[packet.id()];
    if (index >= 0) {
      states[index].take(packet, askedNanos);
    }
  }

  private void complain() throws BusException {
    for (ServoState state : states) {
      if (state.silences() >= PATIENCE_TURNS) {
        throw new BusException(state.name() + " does not answer any more");
      }
      Register faults = table.faults();
      if (state.heard() && faults != null && (state.error() & ALERT) != 0) {
        int bits = bus.read(state.servo().id(), faults);
        throw new BusException(
            state.name() + " has shut down: " + state.servo().model().family().alarms(bits));
      }
    }
  }

  @Override
  public double rounded(int input, double value) {
    Servo servo = states[input].servo();
    return Double.isNaN(value) ? value : servo.angle(servo.steps(value));
  }
}
