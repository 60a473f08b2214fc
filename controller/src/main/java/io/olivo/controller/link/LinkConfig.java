package io.olivo.controller.link;

import io.olivo.controller.wire.Id;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a link reaches its broker, and what the broker says for it when it dies.
 *
 * @param broker such as tcp://localhost:1883 or ssl://host:8883
 * @param clientId unique at the broker: of two clients with one id the older is thrown out
 * @param will last will, retained; null for none
 * @param login null for none
 * @param tls for addresses that begin with ssl or wss
 */
public record LinkConfig(
    URI broker, String clientId, @Nullable LastWill will, @Nullable Login login, Tls tls) {
  private static final Set<String> SCHEMES = Set.of("tcp", "ssl", "ws", "wss");
  private static final Set<String> SECURE = Set.of("ssl", "wss");

  /**
   * Name and password at the broker.
   *
   * @param user name
   * @param password in the clear
   */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user; // a password has no business in a log
    }
  }

  /** Refuses a broker address that nobody could connect to. */
  public LinkConfig {
    Id.require("client id", clientId);
    boolean complete = broker.getScheme() != null && broker.getHost() != null;
    if (!complete || !SCHEMES.contains(broker.getScheme()) || broker.getPort() <= 0) {
      throw new IllegalArgumentException(
          "broker must look like tcp://localhost:1883, got \"" + broker + "\"");
    }
  }

  /** A link without last will and without login. */
  public static LinkConfig plain(URI broker, String clientId) {
    return new LinkConfig(broker, clientId, null, null, Tls.PLATFORM);
  }

  /** The same with a last will. */
  public LinkConfig withWill(String topic, byte[] payload) {
    return new LinkConfig(broker, clientId, new LastWill(topic, payload), login, tls);
  }

  /** The same with a login. */
  public LinkConfig withLogin(String user, String password) {
    return new LinkConfig(broker, clientId, will, new Login(user, password), tls);
  }

  /** The same with these files for TLS. */
  public LinkConfig withTls(Tls files) {
    return new LinkConfig(broker, clientId, will, login, files);
  }

  /** Whether what is said can't be read on the way. */
  boolean isSecure() {
    return SECURE.contains(broker.getScheme());
  }
}
