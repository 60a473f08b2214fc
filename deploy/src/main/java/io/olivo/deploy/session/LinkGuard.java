package io.olivo.deploy.session;

import io.olivo.controller.loop.Order;
import io.olivo.deploy.robot.FailsafeSpec;
import io.olivo.deploy.robot.LinkLoss;
import java.util.function.Consumer;

/** Does what the robot file says when the link has been down for too long. */
public final class LinkGuard {
  private final FailsafeSpec failsafes;
  private final Consumer<Order> give;
  private boolean heard;
  private long heardNanos;
  private boolean answered;

  /**
   * @param failsafes what the robot file says
   * @param give takes the order
   */
  public LinkGuard(FailsafeSpec failsafes, Consumer<Order> give) {
    this.failsafes = failsafes;
    this.give = give;
  }

  /** To be called a few times a second. */
  public void look(boolean connected, long nowNanos) {
    if (connected || !heard) {
      heard = true;
      heardNanos = nowNanos;
      comeBack();
    } else if (!answered && nowNanos - heardNanos > failsafes.linkLostSeconds() * 1e9) {
      answered = true;
      answer();
    }
  }

  private void answer() {
    if (failsafes.linkLoss() == LinkLoss.FREEZE) {
      give.accept(Order.FREEZE);
    } else if (failsafes.linkLoss() == LinkLoss.STOP) {
      give.accept(Order.STOP);
    }
  }

  /** What was frozen for it thaws; what was stopped stays so. */
  private void comeBack() {
    if (answered && failsafes.linkLoss() == LinkLoss.FREEZE) {
      give.accept(Order.UNFREEZE);
    }
    answered = false;
  }
}
