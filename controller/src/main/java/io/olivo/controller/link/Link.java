package io.olivo.controller.link;

/** A way to other machines that never makes its user wait, and comes back by itself. */
public interface Link extends AutoCloseable {
  /** What became of a payload. */
  enum Offer {
    /** It will be sent. */
    ACCEPTED,
    /** The way is choked: it, or an older one of its slot, is lost. */
    DROPPED,
    /** There is no connection; it is lost. */
    NOT_CONNECTED
  }

  /** Gets the messages of one topic, on a thread of the link; it must not wait. */
  @FunctionalInterface
  interface Handler {
    /**
     * Takes a message.
     *
     * @param retained whether it was sent before we subscribed; a command must not be
     */
    void message(String topic, byte[] payload, boolean retained);
  }

  /**
   * A slot for one topic.
   *
   * @param depth how many payloads may wait; 1: the newest wins
   */
  Slot slot(String topic, int depth);

  /** Leaves a payload to be sent soon by the link's own thread. Never waits. */
  Offer offer(Slot slot, byte[] payload);

  /** Sends at once from the caller's thread, at most once (QoS 0): the mirror's way. */
  Offer publishNow(String topic, byte[] payload);

  /**
   * Sends with QoS 1 and waits until the broker has it, for at most about 2 s; not for a thread
   * that must not wait, nor for a {@link Handler}. A link in memory has no receipts and sends at
   * once.
   *
   * @return {@code ACCEPTED}: the broker has it; {@code DROPPED}: nobody knows whether it has it;
   *     {@code NOT_CONNECTED}: nothing was sent
   */
  default Offer post(String topic, byte[] payload) {
    return publishNow(topic, payload);
  }

  /** Keeps a retained message on the broker: sent now and after every connect. */
  void retain(String topic, byte[] payload);

  /** Deletes a retained message from the broker, and keeps it no more. */
  void forget(String topic);

  /** Subscribes, now and after every connect. The filter may have + and # as MQTT has them. */
  void subscribe(String filter, Handler handler);

  /** Whether there is a connection. */
  boolean connected();

  /** What it did so far. */
  LinkCounters counters();

  /** Says goodbye and ends; waits for at most about a second. */
  @Override
  void close();
}
