/**
 * Real time from Linux, by {@code java.lang.foreign}; where it is not to be had, the loop runs
 * without and says what is missing.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.realtime.RealtimeConfig}: what is asked for.
 *   <li>{@link io.olivo.controller.realtime.Realtime}: asks for it, for the loop's thread and its
 *       supervisor's; {@link io.olivo.controller.realtime.Shortfall}: what was not granted.
 *   <li>{@code PreciseSleeper}: sleeps by {@code clock_nanosleep}.
 *   <li>{@code RealtimeKernel}: what is asked of the kernel; {@code LinuxRealtime} asks it, {@code
 *       NoRealtime} says no for other systems; {@code Errno} has the kernel's reasons in words.
 * </ul>
 *
 * Costs nothing per tick but the sleep itself. Source: clock_nanosleep(2), sched_setscheduler(2),
 * sched_setaffinity(2), mlockall(2), getrlimit(2) and sched(7) of Linux.
 */
@NullMarked
package io.olivo.controller.realtime;

import org.jspecify.annotations.NullMarked;
