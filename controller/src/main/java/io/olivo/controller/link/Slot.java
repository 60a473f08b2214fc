package io.olivo.controller.link;

import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The payloads of one topic that wait to be sent; when it is full the oldest goes. */
public final class Slot {
  private final String topic;
  private final ArrayBlockingQueue<byte[]> waiting;

  Slot(String topic, int depth) {
    this.topic = topic;
    waiting = new ArrayBlockingQueue<>(depth);
  }

  /** Where its payloads go. */
  public String topic() {
    return topic;
  }

  /** Puts a payload in; returns how many older ones had to go. */
  int put(byte[] payload) {
    int lost = 0;
    while (!waiting.offer(payload)) {
      lost += waiting.poll() == null ? 0 : 1;
    }
    return lost;
  }

  byte @Nullable [] take() {
    return waiting.poll();
  }
}
