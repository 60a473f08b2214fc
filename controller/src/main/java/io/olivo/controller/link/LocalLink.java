package io.olivo.controller.link;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A link without a broker: what is sent through it comes in through it, on the sender's thread, by
 * the very way of messages from a broker. For tests and measurements.
 */
public final class LocalLink implements Link {
  private final Subscriptions subscriptions = new Subscriptions();
  private final Map<String, Message> retained = new ConcurrentHashMap<>();

  @Override
  public Offer publish(Message message) {
    subscriptions.dispatch(message);
    return Offer.ACCEPTED;
  }

  @Override
  public Offer publishNow(String topic, byte[] payload) {
    return publish(Message.plain(topic, payload));
  }

  @Override
  public Slot slot(String topic, int depth) {
    return new Slot(topic, depth);
  }

  @Override
  public Offer offer(Slot slot, byte[] payload) {
    return publishNow(slot.topic(), payload);
  }

  @Override
  public void retain(String topic, byte[] payload) {
    Message message = new Message(topic, payload, true, false, 1, "", new byte[0], -1);
    retained.put(topic, message);
    publish(message);
  }

  @Override
  public void forget(String topic) {
    retained.remove(topic);
  }

  @Override
  public void subscribe(String filter, Handler handler) {
    subscriptions.add(filter, handler);
    retained.values().stream()
        .filter(message -> TopicFilter.matches(filter, message.topic()))
        .forEach(handler::message);
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public LinkCounters counters() {
    return new LinkCounters(0, 0, subscriptions.received(), 0, subscriptions.faults());
  }

  @Override
  public void close() {}
}
