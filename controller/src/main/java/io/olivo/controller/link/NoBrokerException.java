package io.olivo.controller.link;

import java.io.IOException;
import java.net.URI;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** There is no broker that takes us where one was expected at start-up. Says what to do. */
public final class NoBrokerException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_REFUSAL = 0x80; // reason codes of CONNACK, MQTT 5 table 3-1
  private static final int BAD_LOGIN = 0x86;
  private static final int NOT_AUTHORIZED = 0x87;

  NoBrokerException(LinkConfig config, IOException cause) {
    super(
        "no broker at %s (%s): %s"
            .formatted(config.broker(), cause.getMessage(), remedy(config, cause)),
        cause);
  }

  private static String remedy(LinkConfig config, IOException cause) {
    SSLException secure = secureIn(cause);
    if (secure != null) {
      return ofTls(config.broker(), String.valueOf(secure.getMessage()));
    }
    int code = cause.getCause() instanceof MqttException answer ? answer.getReasonCode() : 0;
    return switch (code) {
      case BAD_LOGIN, NOT_AUTHORIZED -> ofLogin(config.login());
      default ->
          code >= FIRST_REFUSAL && code <= 0xFF
              ? "it answered and refused; its log says why"
              : "start one with `mosquitto -p %d`, or leave --broker out to use the embedded one"
                  .formatted(config.broker().getPort());
    };
  }

  private static String ofLogin(LinkConfig.@Nullable Login login) {
    return login == null
        ? "it wants a login: give link.user and link.password_file in the robot file"
        : "it refused the login of \"%s\": check link.user, and the password that it knows"
            .formatted(login.user());
  }

  private static String ofTls(URI broker, String why) {
    return why.contains("No subject alternative") || why.contains("No name matching")
        ? "its certificate is not for the name %s; use the name in it".formatted(broker.getHost())
        : why.contains("PKIX")
            ? "nobody we trust vouches for it; give link.tls.ca in the robot file"
            : "check link.tls, and that this port speaks TLS";
  }

  private static @Nullable SSLException secureIn(Throwable whole) {
    for (Throwable part = whole; part != null; part = part.getCause()) {
      if (part instanceof SSLException secure) {
        return secure;
      }
    }
    return null;
  }
}
