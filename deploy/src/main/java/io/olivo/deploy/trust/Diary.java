package io.olivo.deploy.trust;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopState;
import io.olivo.learning.guard.GuardListener;
import io.olivo.learning.guard.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what loop and guard decide while somebody says that it counts. */
final class Diary implements LoopListener, GuardListener {
  private final BooleanSupplier counts;
  private final Runnable atEnd;
  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
  private @Nullable Trouble first;
  private boolean firstIsStop;
  private long pauses;
  private long stops;
  private long freezes;
  private long rollbacks;
  private boolean refused; // since the last change of state

  /**
   * @param counts whether what happens now belongs to a fault
   * @param atEnd done after the last tick
   */
  Diary(BooleanSupplier counts, Runnable atEnd) {
    this.counts = counts;
    this.atEnd = atEnd;
  }

  @Override
  public void entered(long nowNanos, LoopState state, @Nullable Fault why) {
    refused = false;
    if (why == null || !counts.getAsBoolean()) {
      return;
    }
    boolean stop = state == LoopState.SAFE_STOP;
    pauses += stop ? 0 : 1;
    stops += stop ? 1 : 0;
    troubles.add(why.trouble());
    if (first == null || (stop && !firstIsStop)) {
      first = why.trouble();
      firstIsStop = stop;
    }
  }

  @Override
  public void refused(long nowNanos, Fault why) {
    refused = true;
  }

  @Override
  public void decided(Verdict verdict, double seconds, double effort, double rival) {
    if (counts.getAsBoolean()) {
      freezes += verdict == Verdict.FROZEN ? 1 : 0;
      rollbacks += verdict == Verdict.ROLLED_BACK || verdict == Verdict.REFUSED ? 1 : 0;
    }
  }

  @Override
  public void ending() {
    atEnd.run();
  }

  /** Whether it was last told to arm and would not. */
  boolean wasRefused() {
    return refused;
  }

  /** Of the first stop, else of the first pause. */
  @Nullable Trouble first() {
    return first;
  }

  List<Trouble> troubles() {
    return new ArrayList<>(troubles);
  }

  long pauses() {
    return pauses;
  }

  long stops() {
    return stops;
  }

  long freezes() {
    return freezes;
  }

  long rollbacks() {
    return rollbacks;
  }
}
