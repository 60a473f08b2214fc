package io.olivo.deploy.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.LinkCounters;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A link to nowhere that keeps what it was given, and to which a test can speak. */
public final class RecordingLink implements Link {
  /** By topic; an empty payload has deleted it. */
  public final Map<String, byte[]> retained = new LinkedHashMap<>();

  /** How often something was retained. */
  public int retainings;

  /** What was sent, in order. */
  public final List<Message> sent = new ArrayList<>();

  /** What becomes of it. */
  public Offer outcome = Offer.ACCEPTED;

  private final Map<String, Handler> handlers = new LinkedHashMap<>();

  /** Somebody says something there; nobody may listen. */
  public void say(String topic, String payload, boolean wasRetained) {
    Handler handler = handlers.get(topic);
    if (handler != null) {
      byte[] bytes = payload.getBytes(UTF_8);
      handler.message(
          new Message(topic, bytes, wasRetained, false, 1, "", new byte[0], Message.NO_EXPIRY));
    }
  }

  @Override
  public Slot slot(String topic, int depth) {
    throw new UnsupportedOperationException("bridges use none");
  }

  @Override
  public Offer offer(Slot slot, byte[] payload) {
    return publishNow(slot.topic(), payload);
  }

  @Override
  public Offer publishNow(String topic, byte[] payload) {
    if (outcome == Offer.ACCEPTED) {
      sent.add(Message.plain(topic, payload));
    }
    return outcome;
  }

  @Override
  public Offer publish(Message message) {
    sent.add(message);
    return outcome;
  }

  @Override
  public void retain(String topic, byte[] payload) {
    retainings++;
    retained.put(topic, payload);
  }

  @Override
  public void forget(String topic) {
    retained.put(topic, new byte[0]);
  }

  @Override
  public void subscribe(String filter, Handler handler) {
    handlers.put(filter, handler);
  }

  @Override
  public boolean connected() {
    return outcome != Offer.NOT_CONNECTED;
  }

  @Override
  public LinkCounters counters() {
    return new LinkCounters(sent.size(), 0, 0, 0, 0);
  }

  @Override
  public void close() {}
}
