package io.olivo.deploy.doctor;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.deploy.robot.LinkSpec;
import io.olivo.deploy.session.BrokerAccess;
import io.olivo.deploy.session.RobotLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything listens at the broker's address; where there is a login or TLS, whether the
 * broker lets us in.
 */
final class BrokerCheck {
  private static final int TIMEOUT_MILLIS = 1500;
  private static final int MQTT = 1883;
  private static final Set<String> SECURE = Set.of("ssl", "wss");

  private BrokerCheck() {}

  /** With the login and the TLS files of a robot file. */
  static Check of(LinkSpec link, @Nullable URI broker) {
    Check there = of(broker);
    if (broker == null || there.level() != Check.Level.OK) {
      return there;
    }
    try {
      BrokerAccess access = BrokerAccess.of(link, broker);
      boolean plain = access.login() == null && !SECURE.contains(broker.getScheme());
      return plain ? there : letIn(access);
    } catch (IllegalArgumentException e) {
      return Check.fail("broker", String.valueOf(e.getMessage()), "then ask again");
    }
  }

  private static Check letIn(BrokerAccess access) {
    String id = "doctor-" + RobotLink.newSession();
    try {
      PahoLink.connect(access.config(id)).close();
      return access.tellsPassword()
          ? Check.warn(
              "broker",
              "the password crosses the network for everybody to read",
              "use ssl://, see docs/broker-security.md")
          : Check.ok("broker", access.broker() + " lets us in");
    } catch (NoBrokerException e) {
      return Check.fail("broker", String.valueOf(e.getMessage()), "see docs/broker-security.md");
    }
  }

  static Check of(@Nullable URI broker) {
    if (broker == null) {
      return Check.ok("broker", "none is set, the robot runs without a link");
    }
    String host = broker.getHost();
    if (host == null) {
      return Check.fail("broker", broker + " names no host", "write tcp://localhost:1883");
    }
    InetSocketAddress address =
        new InetSocketAddress(host, broker.getPort() < 0 ? MQTT : broker.getPort());
    if (address.isUnresolved()) {
      return Check.fail("broker", "no computer is named " + host, "check the name and the network");
    }
    return listens(address)
        ? Check.ok("broker", "something listens at " + broker)
        : nobody(address);
  }

  private static boolean listens(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, TIMEOUT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static Check nobody(InetSocketAddress address) {
    String where = address.getHostString() + ":" + address.getPort();
    return address.getAddress().isLoopbackAddress()
        ? Check.warn(
            "broker",
            "nothing listens at " + where + ", the port is free",
            "start a broker there, or remove 'broker' from the robot file")
        : Check.fail(
            "broker",
            "nothing answers at " + where,
            "start the broker there, and let its firewall pass this port");
  }
}
