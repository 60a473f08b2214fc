package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the servos of a chain what they have to be, one after the other, without torque. */
final class ServoSetup {
  /** Between two steps: others on the line may have their turn. */
  static final double PAUSE_SECONDS = 1e-4;

  private static final double REBOOT_SECONDS = .5;
  private static final int LOCKED = 1;

  private final ServoBus bus;
  private final AtomicLong reboots = new AtomicLong();

  ServoSetup(ServoBus bus) {
    this.bus = bus;
  }

  /** How often a servo was started anew, because it had shut itself down. */
  long reboots() {
    return reboots.get();
  }

  /**
   * Looks whether it is who it should be, and wakes it when it has shut itself down.
   *
   * @return how long it needs [s]
   */
  double rouse(Servo servo) throws BusException {
    identify(servo);
    Register faults = servo.model().family().table().faults();
    if (faults == null || bus.read(servo.id(), faults) == 0) {
      return PAUSE_SECONDS;
    }
    bus.reboot(servo.id());
    reboots.incrementAndGet();
    return REBOOT_SECONDS;
  }

  private void identify(Servo servo) throws BusException {
    ServoModel model = servo.model();
    int found;
    try {
      found = bus.read(servo.id(), model.family().table().model());
    } catch (BusException e) {
      throw new BusException(servo.name() + silence(), e);
    }
    if (found != model.number()) {
      throw new BusException(
          bus.heardItself()
              ? "the adapter hears itself: say echo: true"
              : "%s is not a %s: its model is %d, not %d"
                  .formatted(servo.name(), model.name(), found, model.number()));
    }
  }

  private String silence() {
    if (bus.heardItself()) {
      return " does not answer, but the adapter hears itself: say echo: true";
    }
    return bus.heardNoise()
        ? " is not understood: do two servos have this id, or is the line disturbed?"
        : " does not answer: has it power, this id, and %d bit/s?".formatted(bus.timing().baud());
  }

  /** Sets what is not as it has to be; what is kept without power is not worn by the rest. */
  void settle(ServoState state) throws BusException {
    Servo servo = state.servo();
    ServoModel model = servo.model();
    for (Setting setting : model.family().table().settings()) {
      int present = bus.read(servo.id(), setting.register());
      if (present != setting.in(present)) {
        unlock(servo);
        set(servo, setting.register(), setting.in(present));
      }
    }
    lock(servo);
    set(servo, model.family().table().effort(), servo.effortSteps());
    ServoModel.CoarseUnit coarse = model.coarse();
    state.setCoarse(
        coarse != null && (bus.read(servo.id(), coarse.register()) & coarse.mask()) == 0);
    state.settled(true);
  }

  private void unlock(Servo servo) throws BusException {
    Register lock = servo.model().family().table().lock();
    if (lock != null) {
      set(servo, lock, 0);
    }
  }

  private void lock(Servo servo) throws BusException {
    Register lock = servo.model().family().table().lock();
    if (lock != null && bus.read(servo.id(), lock) != LOCKED) {
      set(servo, lock, LOCKED);
    }
  }

  private void set(Servo servo, Register register, int value) throws BusException {
    bus.write(servo.id(), register, value);
    int found = bus.read(servo.id(), register);
    if (found != value) {
      throw new BusException(
          "%s does not keep its settings: register %d holds %d, not %d"
              .formatted(servo.name(), register.address(), found, value));
    }
  }
}
