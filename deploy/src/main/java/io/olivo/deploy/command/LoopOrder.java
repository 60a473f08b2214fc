package io.olivo.deploy.command;

import io.olivo.controller.command.Deadline;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.Errand;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An order by command. Stopping and disarming are obeyed however late the loop comes to them; the
 * others in time or not at all.
 */
final class LoopOrder implements Errand {
  private static final long SETTLE_NANOS = 100_000_000; // from armed to what follows

  private record Obeyed(LoopState state, @Nullable Fault against, long nanos) {}

  private final Order order;
  private final Deadline deadline;
  private final ControlLoop loop;
  private final LongSupplier nanoClock;
  private volatile @Nullable Obeyed obeyed;

  LoopOrder(Order order, Deadline deadline, ControlLoop loop, LongSupplier nanoClock) {
    this.order = order;
    this.deadline = deadline;
    this.loop = loop;
    this.nanoClock = nanoClock;
  }

  @Override
  public Order order() {
    return order;
  }

  @Override
  public boolean stillWanted() {
    boolean inTime = deadline.meet();
    return inTime || order == Order.STOP || order == Order.DISARM;
  }

  @Override
  public void obeyed(LoopState state, @Nullable Fault against) {
    obeyed = new Obeyed(state, against, nanoClock.getAsLong());
  }

  /** What became of it; null while that is open. */
  @Nullable Outcome outcome() {
    Obeyed seen = obeyed;
    if (seen == null) {
      return deadline.hasPassed() && deadline.giveUp() ? Outcome.late() : null;
    }
    if (seen.against() != null) {
      return Outcome.notAllowed(seen.against().text());
    }
    return order == Order.ARM ? armed(seen) : Outcome.done(word(seen.state()));
  }

  /** The next tick says whether it moves. */
  private @Nullable Outcome armed(Obeyed seen) {
    LoopState state = loop.state();
    Fault why = loop.reason();
    if (state == LoopState.ARMED && nanoClock.getAsLong() - seen.nanos() < SETTLE_NANOS) {
      return null;
    }
    String text = word(state) + (why == null ? "" : ": " + why.text());
    boolean stopped = state == LoopState.SAFE_STOP && why != null;
    return stopped ? Outcome.notAllowed(text) : Outcome.done(text);
  }

  private static String word(LoopState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
