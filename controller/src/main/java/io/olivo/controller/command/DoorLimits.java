package io.olivo.controller.command;

/**
 * What a door lets in.
 *
 * @param aheadMillis how far ahead a deadline may be [ms]
 * @param perSecond commands of all senders together [1/s]
 * @param atOnce how many may come together
 * @param senders how many are remembered
 */
public record DoorLimits(long aheadMillis, double perSecond, double atOnce, int senders) {
  /** What every robot has: a person's hands on a slider make about thirty a second. */
  public static final DoorLimits STANDARD = new DoorLimits(30_000, 50, 50, 64);
}
