package io.olivo.controller.link;

import java.util.function.Supplier;

/**
 * What the broker publishes when a connection dies, at least once; also sent at a polite end. It
 * may be another one for each connection.
 */
public final class LastWill {
  private static final byte[] NOTHING = {};

  private final String topic;
  private final Supplier<byte[]> payloads;
  private final boolean retained;
  private volatile byte[] payload = NOTHING; // of the newest connection

  private LastWill(String topic, Supplier<byte[]> payloads, boolean retained) {
    this.topic = topic;
    this.payloads = payloads;
    this.retained = retained;
  }

  /** Retained, and the same for every connection; an empty payload clears the topic. */
  static LastWill retained(String topic, byte[] payload) {
    byte[] own = payload.clone();
    return new LastWill(topic, () -> own, true);
  }

  /** Not retained, and made anew for every attempt to connect. */
  static LastWill renewed(String topic, Supplier<byte[]> payloads) {
    return new LastWill(topic, payloads, false);
  }

  /** Where it goes. */
  String topic() {
    return topic;
  }

  /** Whether the broker keeps it. */
  boolean isRetained() {
    return retained;
  }

  /** For another attempt to connect. */
  byte[] next() {
    payload = payloads.get();
    return payload.clone();
  }

  /** As the connection that was made last has it. */
  Message asMessage() {
    return new Message(topic, payload, retained, false, 1, "", NOTHING, Message.NO_EXPIRY);
  }
}
