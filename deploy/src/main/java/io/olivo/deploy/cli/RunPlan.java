package io.olivo.deploy.cli;

import io.olivo.controller.fault.ScheduledFault;
import io.olivo.controller.loop.RobotClock;
import io.olivo.controller.realtime.Realtime;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked to do.
 *
 * @param seconds robot time of its end, from the beginning of the run
 * @param frozen whether nothing is learned
 * @param disarmed whether it waits for an order to begin
 * @param orders whether orders come from standard input
 * @param ready asked before somebody arms, and tells what is in the way
 * @param devices whether a simulated robot is behind emulated chips
 * @param clock of a robot that follows the wall's
 * @param faults what breaks on purpose, beside what the robot file says of a simulation
 * @param realtime what its loop asks of the kernel
 * @param digestFrom robot time from which ticks count for a digest [s]; null for no digest
 */
record RunPlan(
    double seconds,
    boolean frozen,
    boolean disarmed,
    boolean orders,
    BooleanSupplier ready,
    boolean devices,
    RobotClock clock,
    List<ScheduledFault> faults,
    Realtime realtime,
    @Nullable Double digestFrom) {}
