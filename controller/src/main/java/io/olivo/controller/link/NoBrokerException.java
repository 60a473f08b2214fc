package io.olivo.controller.link;

import java.net.URI;

/** There is no broker where one was expected at start-up. The message says what to do. */
public final class NoBrokerException extends Exception {
  private static final long serialVersionUID = 1L;

  NoBrokerException(URI broker, String reason, Throwable cause) {
    super(
        "no broker at %s (%s): start one with `mosquitto -p %d`, or leave --broker out to use the embedded one"
            .formatted(broker, reason, broker.getPort()),
        cause);
  }
}
