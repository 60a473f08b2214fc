package io.olivo.controller.mirror;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.LinkCounters;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.Slot;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** A link whose other end is the test: it delivers what it likes, and reads what was sent. */
final class FakeLink implements Link {
  final BlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final Map<String, byte[]> retained = new ConcurrentHashMap<>();

  void deliver(String topic, byte[] payload) {
    Handler handler = handlers.get(topic);
    if (handler != null) {
      handler.message(Message.plain(topic, payload));
    }
  }

  @Override
  public Offer publishNow(String topic, byte[] payload) {
    sent.add(payload);
    return Offer.ACCEPTED;
  }

  @Override
  public Offer publish(Message message) {
    return publishNow(message.topic(), message.payload());
  }

  @Override
  public void retain(String topic, byte[] payload) {
    retained.put(topic, payload);
  }

  @Override
  public void subscribe(String filter, Handler handler) {
    handlers.put(filter, handler);
    byte[] kept = retained.get(filter);
    if (kept != null) {
      handler.message(Message.plain(filter, kept));
    }
  }

  @Override
  public Slot slot(String topic, int depth) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Offer offer(Slot slot, byte[] payload) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forget(String topic) {
    retained.remove(topic);
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public LinkCounters counters() {
    return new LinkCounters(0, 0, 0, 0, 0);
  }

  @Override
  public void close() {}
}
