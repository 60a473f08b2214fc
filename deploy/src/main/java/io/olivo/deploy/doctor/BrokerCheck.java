package io.olivo.deploy.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whether anything listens at the broker's address; says nothing over the connection. */
final class BrokerCheck {
  private static final int TIMEOUT_MILLIS = 1500;
  private static final int MQTT = 1883;

  private BrokerCheck() {}

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
