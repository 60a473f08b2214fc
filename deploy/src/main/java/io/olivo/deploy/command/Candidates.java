package io.olivo.deploy.command;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.exchange.OfferFolder;
import io.olivo.controller.wire.Reason;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Snapshots of this robot as learners that can be tried out. */
public final class Candidates {
  /** Where snapshots are. */
  @FunctionalInterface
  public interface Source {
    /**
     * The bytes of the state with this digest, whole and verified.
     *
     * @param digest SHA-256 in 64 hex digits
     */
    Optional<byte[]> find(String digest) throws IOException;

    /** The same, telling what was found. */
    default Source telling(BiConsumer<String, byte[]> listener) {
      return digest -> {
        Optional<byte[]> found = find(digest);
        found.ifPresent(bytes -> listener.accept(digest, bytes));
        return found;
      };
    }
  }

  private final Source source;
  private final Rule rule;
  private final RobotSpec robot;
  private final Supplier<Learner> another;

  /**
   * @param source where snapshots are
   * @param rule who learned them
   * @param robot whose they are
   * @param another makes a learner of that rule that knows nothing
   */
  public Candidates(Source source, Rule rule, RobotSpec robot, Supplier<Learner> another) {
    this.source = source;
    this.rule = rule;
    this.robot = robot;
    this.another = another;
  }

  /** The robot's own generations; only those that verify. */
  public static Source in(SnapshotStore store) {
    return digest -> {
      Optional<Generation> own =
          store.list().whole().stream()
              .filter(generation -> generation.digest().equals(digest))
              .findFirst();
      return own.isPresent()
          ? Optional.of(store.file(own.get().number()).bytes())
          : Optional.empty();
    };
  }

  /** Those, and what others have offered to the robot over its link and it has accepted. */
  public static Source in(SnapshotStore store, OfferFolder offers) {
    Source own = in(store);
    return digest -> {
      Optional<byte[]> found = own.find(digest);
      return found.isPresent() ? found : offers.find(digest).map(StateFile::read);
    };
  }

  /**
   * A learner that knows what a snapshot holds; off the loop's thread.
   *
   * @throws RefusedException when there is no such snapshot, or it is not for this robot
   */
  Learner load(String digest) throws RefusedException {
    if (robot.skill() instanceof SkillSpec.Reward) {
      throw new RefusedException(
          Reason.NOT_ALLOWED,
          "two learners are compared by the effort of the feedback, and this robot has none;"
              + " start it with --load");
    }
    Learner candidate = another.get();
    try {
      new LearnedState(rule, candidate, robot)
          .load("snapshot " + digest, new StateReader(found(digest)));
    } catch (IllegalArgumentException foreign) {
      throw new RefusedException(Reason.NOT_ALLOWED, String.valueOf(foreign.getMessage()));
    }
    return candidate;
  }

  private byte[] found(String digest) throws RefusedException {
    try {
      return source
          .find(digest)
          .orElseThrow(
              () ->
                  new RefusedException(Reason.NOT_ALLOWED, "this robot has no snapshot " + digest));
    } catch (IOException e) {
      throw new RefusedException(Reason.NOT_ALLOWED, "the disk refuses: " + e.getMessage());
    }
  }
}
