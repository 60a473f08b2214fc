package io.olivo.controller.link;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** One Paho client from birth to death. Every wait is bounded, and one that ran out is a death. */
final class PahoConnection implements Connection, MqttCallback {
  private static final long ANSWER_MILLIS = 2_000;
  private static final long GOODBYE_MILLIS = 500;
  private static final int MAX_UNSENT = 64; // payloads in Paho's own queue, which may be endless
  private static final long TURN_NANOS = 1_000_000;
  private static final int AT_MOST_ONCE = 0;
  private static final int AT_LEAST_ONCE = 1;

  private final MqttAsyncClient client;
  private final Connector.Ears ears;
  private volatile boolean dead;

  PahoConnection(MqttAsyncClient client, Connector.Ears ears) {
    this.client = client;
    this.ears = ears;
    client.setCallback(this);
  }

  void connect(MqttConnectionOptions options, Duration limit) throws IOException {
    bounded(() -> client.connect(options), limit.toMillis());
  }

  @Override
  public boolean alive() {
    return !dead && client.isConnected();
  }

  @Override
  public void subscribe(String filter) throws IOException {
    MqttSubscription wanted = new MqttSubscription(filter, AT_LEAST_ONCE);
    wanted.setRetainAsPublished(true); // or a retained command would look like any other at first
    bounded(
        () -> client.subscribe(new MqttSubscription[] {wanted}, null, null, new MqttProperties()),
        ANSWER_MILLIS);
  }

  @Override
  public void publish(String topic, byte[] payload, boolean retained) throws IOException {
    int qos = retained ? AT_LEAST_ONCE : AT_MOST_ONCE;
    bounded(() -> client.publish(topic, payload, qos, retained), ANSWER_MILLIS);
  }

  @Override
  public void publish(Message message) throws IOException {
    MqttMessage sent = PahoMessages.outgoing(message);
    bounded(() -> client.publish(message.topic(), sent), ANSWER_MILLIS);
  }

  @Override
  public boolean publishNow(String topic, byte[] payload) {
    if (!alive() || client.getInFlightMessageCount() > MAX_UNSENT) {
      return false;
    }
    try {
      client.publish(topic, payload, AT_MOST_ONCE, false);
      return true;
    } catch (MqttException notNow) {
      return false;
    }
  }

  @Override
  public void leave() {
    dead = true;
    try {
      client.disconnect(GOODBYE_MILLIS).waitForCompletion(GOODBYE_MILLIS);
    } catch (MqttException tooLate) {
      // thrown away below in any case
    }
    discard();
  }

  @Override
  public void discard() {
    dead = true;
    Thread.ofPlatform().daemon().name("olivo-link-discard").start(this::destroy);
  }

  /** May wait for locks that a stuck client never gives back, hence on a thread of its own. */
  private void destroy() {
    try {
      if (client.isConnected()) {
        client.disconnectForcibly(0, GOODBYE_MILLIS, false);
      }
    } catch (MqttException stillGoing) {
      // closed below
    }
    try {
      client.close(true);
    } catch (MqttException stuck) {
      // its threads are daemons or end with their socket
    }
  }

  private interface Request {
    IMqttToken begin() throws MqttException;
  }

  private void bounded(Request request, long limitMillis) throws IOException {
    try {
      begin(request, limitMillis).waitForCompletion(limitMillis);
    } catch (MqttException e) {
      discard();
      throw new IOException(reason(e), e);
    }
  }

  /**
   * A broker says how many messages it takes at once, such as 20; with as many under way, this one
   * waits for its turn. Source: MQTT 5.0, 4.9 Flow Control.
   */
  private static IMqttToken begin(Request request, long limitMillis) throws MqttException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    while (true) {
      try {
        return request.begin();
      } catch (MqttException e) {
        if (e.getReasonCode() != MqttClientException.REASON_CODE_MAX_INFLIGHT
            || System.nanoTime() - until > 0) {
          throw e;
        }
      }
      LockSupport.parkNanos(TURN_NANOS);
    }
  }

  private static String reason(MqttException e) {
    Throwable cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) {
    ears.message(PahoMessages.incoming(topic, message));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    dead = true;
    ears.lost();
  }

  @Override
  public void mqttErrorOccurred(MqttException exception) {
    if (!client.isConnected()) {
      dead = true;
      ears.lost();
    }
  }

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String serverUri) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
