package io.olivo.controller.link;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broker that can be away, and whose connections can be cut or refuse to subscribe. */
final class FakeBroker implements Connector {
  boolean up = true;
  boolean deafToSubscriptions;
  final List<String> log = new ArrayList<>();
  @Nullable FakeConnection last;
  int attempts;

  @Override
  public Connection open(Ears ears, Duration limit) throws IOException {
    attempts++;
    if (!up) {
      throw new IOException("refused");
    }
    last = new FakeConnection();
    return last;
  }

  final class FakeConnection implements Connection {
    boolean alive = true;
    boolean discarded;

    @Override
    public boolean alive() {
      return alive;
    }

    @Override
    public void subscribe(String filter) throws IOException {
      if (deafToSubscriptions) {
        throw new IOException("no answer");
      }
      log.add("subscribe " + filter);
    }

    @Override
    public void publish(String topic, byte[] payload, boolean retained) {
      log.add((retained ? "retain " : "publish ") + topic + " " + payload.length);
    }

    @Override
    public void publish(Message message) {
      log.add("publish " + message.topic() + " " + message.payload().length);
    }

    @Override
    public boolean publishNow(String topic, byte[] payload) {
      return alive;
    }

    @Override
    public void leave() {
      alive = false;
    }

    @Override
    public void discard() {
      alive = false;
      discarded = true;
    }
  }
}
