package io.olivo.deploy.session;

import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.nio.file.Path;

/** What has been learned, as a file and as a digest. */
public final class LearnedState {
  private final Rule rule;
  private final Learner learner;

  /** Of a learner that follows a rule. */
  public LearnedState(Rule rule, Learner learner) {
    this.rule = rule;
    this.learner = learner;
  }

  /**
   * Takes a saved state; the robot stands elsewhere now, so traces begin anew.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public void load(Path file) {
    resume(file);
    learner.interrupt();
  }

  /**
   * Takes a saved state with the traces of before: robot and loop go on, too.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public void resume(Path file) {
    StateReader in = read(file);
    try {
      if (!in.kind().equals(kind())) {
        throw new IllegalArgumentException(
            "it was saved by the learner \"%s\", this robot file asks for \"%s\""
                .formatted(in.kind(), kind()));
      }
      learner.load(in);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static StateReader read(Path file) {
    try {
      return new StateReader(StateFile.read(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** SHA-256 of all that is saved: equal digests mean equal bits. */
  public String digest() {
    return written().digest();
  }

  StateWriter written() {
    StateWriter out = new StateWriter(kind());
    learner.save(out);
    return out;
  }

  private String kind() {
    return rule.toString();
  }
}
