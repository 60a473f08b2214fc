package io.olivo.deploy.command;

import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.reference.Handover;
import io.olivo.controller.reference.Trajectory;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.WireException;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.learning.guard.GuardedLearner;

/**
 * What commands change of a loop's parts. Made off the loop's thread, which then only swaps and
 * sets. The same text makes the same change in a run with the same robot file and seeds. No limit
 * is among the things that can be changed.
 */
public final class Adjustments {
  /** The word for the path of the robot file. */
  private static final String OWN = "own";

  private final Wiring wiring;
  private final LoopParts parts;
  private final GuardedLearner learner;
  private final Seeds seeds;
  private final Candidates candidates;
  private final GainBounds gains;

  /**
   * @param wiring of the robot file
   * @param parts of the loop
   * @param learner of these parts
   * @param seeds of the run
   * @param candidates snapshots that may be tried out
   */
  public Adjustments(
      Wiring wiring, LoopParts parts, GuardedLearner learner, Seeds seeds, Candidates candidates) {
    this.wiring = wiring;
    this.parts = parts;
    this.learner = learner;
    this.seeds = seeds;
    this.candidates = candidates;
    gains = new GainBounds(wiring.robot());
  }

  /**
   * The change that {@link Change#text} is of; for a replay.
   *
   * @throws WireException when the text is none
   * @throws RefusedException when this robot can't do it
   */
  public Change read(String text) throws WireException, RefusedException {
    return of(Instruction.read(text));
  }

  /**
   * The change that an instruction asks for.
   *
   * @throws RefusedException when this robot can't do it
   */
  Change of(Instruction instruction) throws RefusedException {
    return switch (instruction) {
      case Instruction.Follow follow -> follow(follow);
      case Instruction.Tune tune -> tune(tune);
      case Instruction.Promote promote -> promote(promote);
      case Instruction.Simple simple -> simple(simple);
      case Instruction.Unclear unclear ->
          throw new RefusedException(Reason.BAD_VALUE, unclear.why());
      case Instruction.Unknown unknown ->
          throw new RefusedException(Reason.UNKNOWN_COMMAND, unknown.text());
    };
  }

  /** A snapshot changes nothing of the run; the rest are orders, which are not made here. */
  private Change simple(Instruction.Simple simple) throws RefusedException {
    if (simple.word() == CommandWord.ROLLBACK) {
      return new Change(simple, this::rollBack);
    }
    if (simple.word() == CommandWord.SNAPSHOT) {
      return new Change(simple, () -> Outcome.done("saved"));
    }
    throw new RefusedException(Reason.UNKNOWN_COMMAND, simple.said() + " is an order");
  }

  private Outcome rollBack() {
    return learner.rollBack()
        ? Outcome.done("the last accepted generation acts; nothing is learned for a second")
        : Outcome.notAllowed("nothing that was learned has been accepted yet");
  }

  private Change follow(Instruction.Follow follow) throws RefusedException {
    Handover next = new Handover(trajectory(follow.path()), Wiring.EASE_SECONDS);
    return new Change(
        follow,
        () -> {
          parts.reference().follow(next);
          return Outcome.done("on the way to " + follow.path());
        });
  }

  private Trajectory trajectory(String path) throws RefusedException {
    try {
      if (path.equals(OWN)) {
        return wiring.trajectory(seeds);
      }
      ReferenceSpec.Shape shape =
          ReferenceSpec.shape(path)
              .orElseThrow(
                  () -> new IllegalArgumentException("known are own, " + ReferenceSpec.words()));
      return wiring.trajectory(shape, seeds);
    } catch (IllegalArgumentException | RobotFileException unfit) {
      throw new RefusedException(Reason.BAD_VALUE, "\"" + path + "\": " + unfit.getMessage());
    }
  }

  private Change tune(Instruction.Tune tune) throws RefusedException {
    int output = gains.output(tune);
    double kp = gains.signed(output, tune.kp());
    return new Change(
        tune,
        () ->
            parts.feedback().tune(output, kp, tune.kd())
                ? Outcome.done("%s has kp %s and kd %s".formatted(tune.joint(), kp, tune.kd()))
                : Outcome.notAllowed("this robot's feedback has no such gains"));
  }

  private Change promote(Instruction.Promote promote) throws RefusedException {
    Learner candidate = candidates.load(promote.digest());
    return new Change(
        promote,
        () -> {
          learner.tryOut(candidate);
          return Outcome.done("it runs in the shadow, and acts once it did better for 10 s");
        });
  }
}
