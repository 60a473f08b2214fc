package io.olivo.controller.link;

import java.io.IOException;

/** One connection to a broker. Once dead it stays dead; another takes its place. */
interface Connection {
  /** Whether it is believed to work. */
  boolean alive();

  /** Subscribes, and waits for the broker's answer for a bounded time. */
  void subscribe(String filter) throws IOException;

  /** Sends, and waits for a bounded time until it is written (QoS 0) or acknowledged (retained). */
  void publish(String topic, byte[] payload, boolean retained) throws IOException;

  /** Sends, and waits for a bounded time until it is written (QoS 0) or acknowledged. */
  void publish(Message message) throws IOException;

  /** Sends without waiting; false when too much waits already or the connection is dead. */
  boolean publishNow(String topic, byte[] payload);

  /** Leaves politely, within a bounded time. */
  void leave();

  /** Throws it away; returns at once, whatever state it is in. */
  void discard();
}
