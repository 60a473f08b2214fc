package io.olivo.controller.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The retained messages that the broker should hold, and which of them it may not have yet. */
final class Retained {
  private static final byte[] CLEAR = {};

  private final Map<String, byte[]> wanted = new LinkedHashMap<>(); // topic -> payload
  private final Map<String, byte[]> unsent = new LinkedHashMap<>(); // topic -> payload

  synchronized void put(String topic, byte[] payload) {
    wanted.put(topic, payload);
    unsent.put(topic, payload);
  }

  synchronized void forget(String topic) {
    wanted.remove(topic);
    unsent.put(topic, CLEAR); // an empty retained message deletes the one before
  }

  /** A new connection: the broker may have lost all of it. */
  synchronized void allUnsent() {
    unsent.putAll(wanted);
  }

  synchronized Map.@Nullable Entry<String, byte[]> nextUnsent() {
    return unsent.isEmpty() ? null : Map.Entry.copyOf(unsent.entrySet().iterator().next());
  }

  /** The broker has it, unless another payload was wanted in the meantime. */
  synchronized void sent(String topic, byte[] payload) {
    unsent.remove(topic, payload); // arrays compare by identity, which is meant
  }
}
