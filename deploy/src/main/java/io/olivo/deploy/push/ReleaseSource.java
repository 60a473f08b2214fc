package io.olivo.deploy.push;

import java.nio.file.Path;

/** Has a release for a board whose processor is only known once somebody has looked. */
@FunctionalInterface
public interface ReleaseSource {
  /**
   * A release for this processor.
   *
   * @param processor {@code arm64} or {@code amd64}
   * @return its folder
   * @throws PushException when none can be had; says what to do
   */
  Path of(String processor) throws PushException, InterruptedException;
}
