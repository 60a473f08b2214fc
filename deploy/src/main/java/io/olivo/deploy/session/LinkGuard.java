package io.olivo.deploy.session;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.loop.Order;
import io.olivo.deploy.robot.FailsafeSpec;
import io.olivo.deploy.robot.LinkLoss;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Does what the robot file says when the link has been down for too long. */
public final class LinkGuard {
  private final FailsafeSpec failsafes;
  private final Consumer<Order> give;
  private final Consumer<Fault> stop;
  private boolean heard;
  private long heardNanos;
  private final BooleanSupplier frozen;
  private boolean answered;
  private boolean wasFrozen; // before the link was lost

  /**
   * @param failsafes what the robot file says
   * @param give takes the order to learn nothing, and the one to learn again
   * @param stop takes the reason to stop
   * @param frozen whether the robot learns nothing by somebody's order
   */
  public LinkGuard(
      FailsafeSpec failsafes, Consumer<Order> give, Consumer<Fault> stop, BooleanSupplier frozen) {
    this.failsafes = failsafes;
    this.give = give;
    this.stop = stop;
    this.frozen = frozen;
  }

  /** To be called a few times a second. */
  public void look(boolean connected, long nowNanos) {
    if (connected || !heard) {
      heard = true;
      heardNanos = nowNanos;
      comeBack();
    } else if (!answered && nowNanos - heardNanos > failsafes.linkLostSeconds() * 1e9) {
      answered = true;
      answer((nowNanos - heardNanos) * 1e-9);
    }
  }

  private void answer(double seconds) {
    if (failsafes.linkLoss() == LinkLoss.FREEZE) {
      wasFrozen = frozen.getAsBoolean();
      give.accept(Order.FREEZE);
    } else if (failsafes.linkLoss() == LinkLoss.STOP) {
      double limit = failsafes.linkLostSeconds();
      stop.accept(new Fault(Trouble.LINK_LOST, Fault.Response.STOP, "link", seconds, limit, "s"));
    }
  }

  /** What was frozen for it thaws; what was stopped, or frozen before, stays so. */
  private void comeBack() {
    if (answered && failsafes.linkLoss() == LinkLoss.FREEZE && !wasFrozen) {
      give.accept(Order.UNFREEZE);
    }
    answered = false;
  }
}
