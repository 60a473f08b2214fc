/**
 * Buses and lines of Linux, straight from the kernel, without garbage.
 *
 * <ul>
 *   <li>{@link io.olivo.sensors.linux.LinuxI2cBus}: /dev/i2c-N.
 *   <li>{@link io.olivo.sensors.linux.LinuxGpio}: the lines of /dev/gpiochipN.
 *   <li>{@link io.olivo.sensors.linux.SysfsPwm}: /sys/class/pwm, plain files.
 *   <li>{@link io.olivo.sensors.linux.CFunctions}: functions of the C library, for others too.
 * </ul>
 *
 * The first two call the C library by {@code java.lang.foreign}, so the program has to be started
 * with {@code --enable-native-access=ALL-UNNAMED}; the launcher does.
 */
@NullMarked
package io.olivo.sensors.linux;

import org.jspecify.annotations.NullMarked;
