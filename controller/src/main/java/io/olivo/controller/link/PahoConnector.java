package io.olivo.controller.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Makes Paho clients: clean start, no session left behind, no file persistence (it throws with some
 * client ids), no automatic reconnect (its delay is shared by all clients of the JVM).
 */
final class PahoConnector implements Connector {
  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final long MAX_PACKET_BYTES = 1 << 20;
  private static final int AT_LEAST_ONCE = 1;

  private final LinkConfig config;

  private final SocketFactory sockets;

  /**
   * Reads the files for TLS.
   *
   * @throws IllegalArgumentException naming the file that is wrong
   */
  PahoConnector(LinkConfig config) {
    this.config = config;
    sockets = config.isSecure() ? new TlsSockets(config.tls()) : new QuickSockets();
  }

  @Override
  public Connection open(Ears ears, Duration limit) throws IOException {
    PahoConnection connection = new PahoConnection(client(), ears);
    connection.connect(options(limit), limit);
    return connection;
  }

  private MqttAsyncClient client() throws IOException {
    try {
      return new MqttAsyncClient(
          config.broker().toString(), config.clientId(), new MemoryPersistence());
    } catch (MqttException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private MqttConnectionOptions options(Duration limit) {
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setMaximumPacketSize(MAX_PACKET_BYTES);
    options.setConnectionTimeout((int) Math.max(1, limit.toSeconds()));
    options.setHttpsHostnameVerificationEnabled(true);
    if (!"ws".equals(config.broker().getScheme())) {
      options.setSocketFactory(sockets);
    }
    addWill(options);
    addLogin(options);
    return options;
  }

  private void addWill(MqttConnectionOptions options) {
    LastWill will = config.will();
    if (will != null) {
      MqttMessage message = new MqttMessage(will.payload());
      message.setQos(AT_LEAST_ONCE);
      message.setRetained(true);
      options.setWill(will.topic(), message);
    }
  }

  private void addLogin(MqttConnectionOptions options) {
    LinkConfig.Login login = config.login();
    if (login != null) {
      options.setUserName(login.user());
      options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
    }
  }
}
