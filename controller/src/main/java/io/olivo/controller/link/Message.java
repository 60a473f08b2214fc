package io.olivo.controller.link;

/**
 * A message with what MQTT 5 says beside it.
 *
 * @param topic where it goes or came from
 * @param payload not to be changed
 * @param retained whether its sender had it retained; a command must not be
 * @param duplicate whether it may have come before
 * @param qos 0: at most once, 1: at least once
 * @param responseTopic where an answer is awaited; empty for nowhere
 * @param correlation goes back with the answer; empty for none
 * @param expirySeconds how long it is still worth something [s], or {@link #NO_EXPIRY}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one message; nobody compares them
public record Message(
    String topic,
    byte[] payload,
    boolean retained,
    boolean duplicate,
    int qos,
    String responseTopic,
    byte[] correlation,
    long expirySeconds) {
  /** It is worth something for ever. */
  public static final long NO_EXPIRY = -1;

  private static final byte[] NOTHING = {};

  /** One without anything beside it, at most once. */
  public static Message plain(String topic, byte[] payload) {
    return new Message(topic, payload, false, false, 0, "", NOTHING, NO_EXPIRY);
  }

  /** One that arrives at least once. */
  public static Message certain(String topic, byte[] payload) {
    return new Message(topic, payload, false, false, 1, "", NOTHING, NO_EXPIRY);
  }

  /** The same, worth something for so long only. */
  public Message expiring(long seconds) {
    return new Message(
        topic, payload, retained, duplicate, qos, responseTopic, correlation, seconds);
  }

  /** The same, to be answered there with these bytes. */
  public Message answeredAt(String there, byte[] with) {
    return new Message(topic, payload, retained, duplicate, qos, there, with, expirySeconds);
  }

  /** The same with these bytes, as an answer has them. */
  public Message with(byte[] bytes) {
    return answeredAt(responseTopic, bytes);
  }
}
