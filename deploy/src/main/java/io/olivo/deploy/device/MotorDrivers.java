package io.olivo.deploy.device;

import io.olivo.actuators.chip.Drv8833;
import io.olivo.actuators.chip.DutyScale;
import io.olivo.actuators.chip.HBridge;
import io.olivo.actuators.chip.Motor;
import io.olivo.actuators.chip.PulseScale;
import io.olivo.actuators.chip.PwmServo;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.Quantity;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PwmNanos;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The driver of every motor or servo that a robot file may name. */
final class MotorDrivers {
  static final long SERVO_PERIOD_NANOS = 20_000_000;
  private static final long MOTOR_PERIOD_NANOS = 50_000;

  private final Outputs outputs;

  MotorDrivers(Outputs outputs) {
    this.outputs = outputs;
  }

  Motor of(DeviceSpec device) throws BusException {
    return switch (device.chip()) {
      case SERVO -> servo(device);
      case TB6612, L298N ->
          new HBridge(
              pulses(device, "pwm"),
              line(device, "in1"),
              line(device, "in2"),
              standby(device),
              dutyScale(device, "pwm"));
      case DRV8833 ->
          new Drv8833(
              pulses(device, "in1"),
              pulses(device, "in2"),
              standby(device),
              Drv8833.Decay.FAST,
              dutyScale(device, "in1"));
      default -> throw new IllegalStateException(device.chip() + " is no motor");
    };
  }

  private PwmServo servo(DeviceSpec device) throws BusException {
    String pin = device.pin("pwm").orElseThrow();
    return new PwmServo(
        outputs.pulses(pin), outputs.periodNanos(pin, SERVO_PERIOD_NANOS), pulseScale(device));
  }

  /** Which pulse means what to a servo. */
  static PulseScale pulseScale(DeviceSpec device) {
    Quantity low = device.option("low");
    Quantity high = device.option("high");
    requireSame(low, high, "low");
    return new PulseScale(
        new Measure(device.name(), high.unit()),
        low.value(),
        high.value(),
        nanos(device.value("low_pulse")),
        nanos(device.value("high_pulse")));
  }

  private DutyScale dutyScale(DeviceSpec device, String pin) {
    Quantity full = device.option("full");
    Quantity deadBand = device.option("dead_band");
    if (deadBand.value() != 0) {
      requireSame(deadBand, full, "dead_band");
    }
    long period = outputs.periodNanos(device.pin(pin).orElseThrow(), MOTOR_PERIOD_NANOS);
    return new DutyScale(
        new Measure(device.name(), full.unit()), full.value(), deadBand.value(), period);
  }

  private static void requireSame(Quantity one, Quantity other, String key) {
    if (one.unit() != other.unit()) {
      throw new IllegalArgumentException(
          "%s is in %s, but this device is told %s"
              .formatted(key, one.unit().symbol(), other.unit().symbol()));
    }
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private PwmNanos pulses(DeviceSpec device, String key) throws BusException {
    return outputs.pulses(device.pin(key).orElseThrow());
  }

  private DigitalLine line(DeviceSpec device, String key) throws BusException {
    return outputs.line(device.pin(key).orElseThrow());
  }

  private @Nullable DigitalLine standby(DeviceSpec device) throws BusException {
    Optional<String> pin = device.pin("standby");
    return pin.isEmpty() ? null : outputs.line(pin.get());
  }
}
