package io.olivo.controller.mirror;

import java.time.Duration;

/** No simulator described itself in time. The message says what to do. */
public final class NoSimulatorException extends Exception {
  private static final long serialVersionUID = 1L;

  NoSimulatorException(String robot, Duration wait) {
    super(
        "no simulator of %s after %.1f s: start one with `olivo sim ROBOT --broker URI`, the same robot file and the same broker"
            .formatted(robot, wait.toMillis() / 1e3));
  }
}
