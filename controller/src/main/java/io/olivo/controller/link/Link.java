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
    /** Takes a message. */
    void message(Message message);
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
   * Sends and waits, for about two seconds at most, until it is written (QoS 0) or acknowledged
   * (QoS 1); for threads that may wait.
   *
   * @return dropped also when nobody knows whether it arrived
   */
  Offer publish(Message message);

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
