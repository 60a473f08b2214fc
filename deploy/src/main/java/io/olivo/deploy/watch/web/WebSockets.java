package io.olivo.deploy.watch.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Where a broker listens for browsers. */
public final class WebSockets {
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final List<Integer> USUAL = List.of(8083, 9001, 8080);

  private WebSockets() {}

  /**
   * Tries the usual ports beside a broker's own.
   *
   * @param broker such as tcp://localhost:1883
   * @return such as ws://localhost:9001/mqtt; empty where nobody speaks MQTT over a websocket
   */
  public static Optional<URI> beside(URI broker) {
    if (broker.getScheme().startsWith("ws")) {
      return Optional.of(broker);
    }
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      return USUAL.stream()
          .map(port -> at(broker.getHost(), port))
          .filter(candidate -> speaksMqtt(client, candidate))
          .findFirst();
    }
  }

  private static URI at(String host, int port) {
    return URI.create("ws://" + host + ":" + port + "/mqtt");
  }

  private static boolean speaksMqtt(HttpClient client, URI candidate) {
    try {
      WebSocket open =
          client
              .newWebSocketBuilder()
              .subprotocols("mqtt")
              .connectTimeout(LIMIT)
              .buildAsync(candidate, new WebSocket.Listener() {})
              .join();
      boolean mqtt = open.getSubprotocol().equals("mqtt");
      open.abort();
      return mqtt;
    } catch (CompletionException nobody) {
      return false;
    }
  }

  /** What to do where there is none. */
  public static String advice(URI broker) {
    return """
        a browser reaches a broker by websocket only, and none was found beside %s.
        For mosquitto add to its configuration, and start it again:
          listener 9001 127.0.0.1
          protocol websockets
        A broker elsewhere: olivo watch --web --ws ws://HOST:PORT/mqtt"""
        .formatted(broker);
  }
}
