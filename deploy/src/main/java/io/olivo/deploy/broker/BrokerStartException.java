package io.olivo.deploy.broker;

import org.jspecify.annotations.Nullable;

/** The embedded broker did not start. The message says what to do. */
public final class BrokerStartException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokerStartException(String reason, @Nullable Throwable cause) {
    super(
        "the embedded broker did not start (%s): start one with `mosquitto -p 1883` and say --broker tcp://localhost:1883"
            .formatted(reason),
        cause);
  }
}
