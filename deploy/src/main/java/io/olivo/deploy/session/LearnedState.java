package io.olivo.deploy.session;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.Learner;
import io.olivo.learning.reward.RewardDriven;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been learned, as a file and as a digest. */
public final class LearnedState {
  private final Rule rule;
  private final Learner learner;
  private final StateLabel label;
  private boolean adopts;

  /** Of a learner that follows a rule and drives a robot. */
  public LearnedState(Rule rule, Learner learner, RobotSpec robot) {
    this.rule = rule;
    this.learner = learner;
    label = new StateLabel(robot);
  }

  /** From now on also takes what was saved before the robot file changed. */
  public void adoptChanged() {
    adopts = true;
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
    take(file.toString(), read(file));
  }

  /**
   * Takes a saved state; the robot stands elsewhere now, so traces begin anew.
   *
   * @param name where it comes from, for messages
   * @throws IllegalArgumentException naming that and what is wrong with it
   */
  public void load(String name, StateReader in) {
    take(name, in);
    learner.interrupt();
  }

  /** Why a saved state is not for this robot file; null when it is. */
  public @Nullable String misfit(StateReader in) {
    try {
      requireFit(in);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private void requireFit(StateReader in) {
    label.requireRobot(in);
    if (!in.kind().equals(kind())) {
      throw new IllegalArgumentException(
          "it was saved by the learner \"%s\", this robot file asks for \"%s\""
              .formatted(in.kind(), kind()));
    }
    if (!adopts) {
      label.requireSameFile(in);
    }
  }

  private void take(String name, StateReader in) {
    try {
      requireFit(in);
      learner.load(in);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /**
   * A state in a file.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public static StateReader read(Path file) {
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

  /**
   * What is to be written on it.
   *
   * @param reason why it is saved, such as "end of run"
   */
  Map<String, String> facts(String reason) {
    return label.facts(reason);
  }

  /** Unit of an entry by its name. */
  String unitOf(String entry) {
    return label.unitOf(entry);
  }

  /** All of it with these facts, as bytes. */
  public byte[] bytes(Map<String, String> facts) {
    return written().bytes(facts, label::unitOf);
  }

  /** The robot is another one from now on, such as a real one after simulated ones. */
  public void moved() {
    if (learner instanceof RewardDriven driven) {
      driven.moved();
    }
  }

  /**
   * Writes it to a file, whole or not at all.
   *
   * @param reason why it is saved, such as "training"
   * @param more facts to be written on it
   */
  public void save(Path file, String reason, Map<String, String> more) {
    Map<String, String> facts = new LinkedHashMap<>(facts(reason));
    facts.putAll(more);
    StateFile.write(file, bytes(facts));
  }

  /** Who learned it. */
  Learner learner() {
    return learner;
  }

  /** What is saved, by the name of the rule. */
  String kind() {
    return rule.toString();
  }
}
