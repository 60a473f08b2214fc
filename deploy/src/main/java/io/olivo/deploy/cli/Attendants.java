package io.olivo.deploy.cli;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Supervisor;
import io.olivo.deploy.robot.FailsafeSpec;
import io.olivo.deploy.session.HardwareWatchdog;
import io.olivo.deploy.session.LinkGuard;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.SpokenOrders;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who stands beside a running loop: operator, supervisor, and the guard of the link. */
final class Attendants implements AutoCloseable {
  private final ControlLoop loop;
  private final RunPlan plan;
  private final OutputOptions output;
  private final RunEvents events;
  private @Nullable Supervisor supervisor;
  private @Nullable LinkGuard guard;
  private @Nullable HardwareWatchdog watchdog;

  Attendants(ControlLoop loop, RunPlan plan, OutputOptions output, RunEvents events) {
    this.loop = loop;
    this.plan = plan;
    this.output = output;
    this.events = events;
    if (plan.frozen()) {
      loop.order(Order.FREEZE);
    }
    if (!plan.disarmed()) {
      loop.order(Order.ARM); // the command has asked plan.ready() before it put all this together
    }
  }

  private void obey(Order order) {
    if (order != Order.ARM || plan.ready().getAsBoolean()) {
      loop.order(order);
    }
  }

  /**
   * Begins.
   *
   * @param wall whether the loop follows the wall clock; else nobody could arm it again in time, so
   *     that a stop by a fault ends the run
   */
  Attendants attend(boolean wall, FailsafeSpec failsafes, @Nullable RobotLink link) {
    if (plan.orders()) {
      new SpokenOrders(this::obey, output::note).listen(System.in);
    } else if (!wall) {
      events.atStop(loop::stop);
    }
    if (wall) {
      begin(failsafes.watchdog());
      supervisor =
          new Supervisor(
              loop, failsafes.config(), events, plan.clock(), plan.realtime()::enterSupervisor);
    }
    if (link != null) {
      guard = new LinkGuard(failsafes, loop::order, loop::stop, loop::isFrozen);
    }
    return this;
  }

  private void begin(@Nullable Path device) {
    if (device != null) {
      HardwareWatchdog opened = HardwareWatchdog.open(device);
      watchdog = opened;
      events.feed(opened);
    }
  }

  /** To be called now and then. */
  void look(@Nullable RobotLink link) {
    LinkGuard watching = guard;
    if (watching != null && link != null) {
      watching.look(link.link().connected(), System.nanoTime());
    }
  }

  /** How it ended. */
  void tell(RunResult result) {
    result.put("state", loop.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Fault reason = loop.reason();
    if (loop.state() == LoopState.SAFE_STOP && reason != null) {
      result.stopped(reason.text());
    }
  }

  @Override
  public void close() {
    Supervisor watching = supervisor;
    if (watching != null) {
      watching.close();
    }
    HardwareWatchdog fed = watchdog;
    if (fed != null) {
      fed.close();
    }
  }
}
