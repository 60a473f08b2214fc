package io.olivo.deploy.robot;

/**
 * Who moves bytes and levels on the computer of the robot, and what its loop asks of the kernel.
 * Pulses are always the kernel's, in nanoseconds; serial lines are always jSerialComm's.
 *
 * @param i2c its I2C buses
 * @param gpio its lines
 * @param gpioChip device file of its lines, for the kernel
 * @param realtime priority, core and memory of the loop
 */
public record BoardSpec(Backend i2c, Backend gpio, String gpioChip, RealtimeSpec realtime) {
  /** Who. */
  public enum Backend {
    /** Pi4J, which knows the Raspberry Pi. */
    PI4J,
    /** The kernel itself, on any board, without garbage. */
    LINUX
  }
}
