package io.olivo.deploy.command;

import io.olivo.controller.command.Deadline;
import io.olivo.controller.loop.Adjustment;
import io.olivo.controller.wire.Instruction;
import org.jspecify.annotations.Nullable;

/** A change of the loop's parts that a command asks for, in time or not at all. */
public final class Change implements Adjustment {
  /** What is done, on the loop's thread. */
  @FunctionalInterface
  interface Making {
    /** Does it; short, and never throws. */
    Outcome make();
  }

  private final Instruction instruction;
  private final Making making;
  private @Nullable Deadline deadline; // null: whenever
  private volatile @Nullable Outcome outcome;

  Change(Instruction instruction, Making making) {
    this.instruction = instruction;
    this.making = making;
  }

  /** Not after this deadline. */
  Change before(Deadline limit) {
    deadline = limit;
    return this;
  }

  @Override
  public String text() {
    return instruction.text();
  }

  @Override
  public boolean stillWanted() {
    Deadline limit = deadline;
    return limit == null || limit.meet();
  }

  @Override
  public void make() {
    outcome = making.make();
  }

  /** Takes its place another one: true when it was not made and never will be. */
  boolean supersede(Outcome instead) {
    Deadline limit = deadline;
    boolean gone = outcome == null && limit != null && limit.giveUp();
    if (gone) {
      outcome = instead;
    }
    return gone;
  }

  /** What became of it; null while that is open. */
  @Nullable Outcome outcome() {
    Deadline limit = deadline;
    if (outcome == null && limit != null && limit.hasPassed() && limit.giveUp()) {
      outcome = Outcome.late();
    }
    return outcome;
  }
}
