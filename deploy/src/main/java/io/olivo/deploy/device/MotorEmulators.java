package io.olivo.deploy.device;

import io.olivo.actuators.chip.PulseScale;
import io.olivo.actuators.chip.emulated.EmulatedBridge;
import io.olivo.actuators.chip.emulated.EmulatedDrv8833;
import io.olivo.actuators.chip.emulated.EmulatedHBridge;
import io.olivo.deploy.robot.DeviceSpec;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** What comes out of the bridge or servo that hangs on emulated pins. */
final class MotorEmulators {
  private final EmulatedBuses buses;

  MotorEmulators(EmulatedBuses buses) {
    this.buses = buses;
  }

  /** What it does to the plant now, as the device counts. */
  DoubleSupplier of(DeviceSpec device) {
    return switch (device.chip()) {
      case SERVO -> servo(device);
      case TB6612, L298N ->
          scaled(
              device,
              new EmulatedHBridge(
                  pin(device, "pwm"), pin(device, "in1"), pin(device, "in2"), standby(device)));
      case DRV8833 ->
          scaled(
              device, new EmulatedDrv8833(pin(device, "in1"), pin(device, "in2"), standby(device)));
      case STS3215, XL330_M288, XL330_M077, XL430_W250 -> buses.goal(device.name());
      default -> throw new IllegalStateException(device.chip() + " is no motor");
    };
  }

  private static DoubleSupplier scaled(DeviceSpec device, EmulatedBridge bridge) {
    double full = device.value("full");
    return () -> full * bridge.drive();
  }

  /** Without pulses it stays where it was told to be last. */
  private DoubleSupplier servo(DeviceSpec device) {
    PulseScale scale = MotorDrivers.pulseScale(device);
    LongSupplier pulses = buses.pulseNanos(device.pin("pwm").orElseThrow());
    double[] told = new double[1];
    return () -> {
      long high = pulses.getAsLong();
      told[0] = high > 0 ? scale.value(high) : told[0];
      return told[0];
    };
  }

  private DoubleSupplier pin(DeviceSpec device, String key) {
    return buses.pin(device.pin(key).orElseThrow());
  }

  private DoubleSupplier standby(DeviceSpec device) {
    return device.pin("standby").map(buses::pin).orElse(() -> 1);
  }
}
