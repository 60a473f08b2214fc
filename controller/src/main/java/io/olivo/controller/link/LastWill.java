package io.olivo.controller.link;

/** What the broker publishes, retained, when a connection dies; also sent at a polite end. */
public final class LastWill {
  private final String topic;
  private final byte[] payload;

  LastWill(String topic, byte[] payload) {
    this.topic = topic;
    this.payload = payload.clone();
  }

  /** Where it goes. */
  String topic() {
    return topic;
  }

  /** Empty to clear the topic. */
  byte[] payload() {
    return payload.clone();
  }
}
