package io.olivo.deploy.training;

import io.olivo.deploy.session.LearnedState;
import java.nio.file.Path;
import java.util.Map;

/**
 * A learner that was trained and examined.
 *
 * @param seed of all that it drew
 * @param score on bodies of the ranges that it had not met
 * @param state what it learned
 */
public record Graduate(long seed, Score score, LearnedState state) {
  /**
   * Writes what it learned to a file: ready for a body that it does not know.
   *
   * @param facts to be written on it
   */
  public void save(Path file, Map<String, String> facts) {
    state.moved();
    state.save(file, "training", facts);
  }
}
