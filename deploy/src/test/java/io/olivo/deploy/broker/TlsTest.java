package io.olivo.deploy.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.link.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with a server that then answers CONNACK. */
class TlsTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir Path folder;
  private TestCertificates authority;
  private TestCertificates stranger;

  @BeforeEach
  void makeAuthorities() throws Exception {
    authority = new TestCertificates(folder, "authority");
    stranger = new TestCertificates(folder, "stranger");
  }

  /** A TLS server on localhost that accepts every MQTT client that its handshake lets in. */
  private static final class Server implements AutoCloseable {
    private final SSLServerSocket socket;
    private final AtomicInteger letIn = new AtomicInteger();

    Server(SSLContext context, boolean wantsCertificate) throws IOException {
      socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
      socket.setNeedClientAuth(wantsCertificate);
      Thread.ofPlatform().daemon().name("test-tls-server").start(this::serve);
    }

    private void serve() {
      while (!socket.isClosed()) {
        try {
          SSLSocket client = (SSLSocket) socket.accept();
          client.getInputStream().read(new byte[1024]);
          letIn.incrementAndGet();
          client.getOutputStream().write(new byte[] {0x20, 3, 0, 0, 0});
          client.getOutputStream().flush();
        } catch (IOException refused) {
          // the next one may come in
        }
      }
    }

    URI uri(String host) {
      return URI.create("ssl://" + host + ":" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private Server serverFor(String host) throws Exception {
    return new Server(authority.server(authority.issue(host, TestCertificates.dns(host))), false);
  }

  private static String refused(Server server, String host, Tls tls) {
    NoBrokerException e = assertThrows(NoBrokerException.class, () -> connect(server, host, tls));
    return String.valueOf(e.getMessage());
  }

  private static void connect(Server server, String host, Tls tls) throws NoBrokerException {
    LinkConfig config = LinkConfig.plain(server.uri(host), "robot").withTls(tls);
    try (PahoLink link = PahoLink.connect(config, LIMIT)) {
      assertTrue(link.connected());
    }
  }

  private Tls trusting(TestCertificates ca) {
    return new Tls(ca.pem, null, null);
  }

  @Test
  void theRightCertificateConnects() throws Exception {
    try (Server server = serverFor("localhost")) {
      connect(server, "localhost", trusting(authority));
      assertEquals(1, server.letIn.get());
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefused() throws Exception {
    try (Server server = serverFor("broker.example")) {
      String said = refused(server, "localhost", trusting(authority));
      assertTrue(said.contains("not for the name localhost"), said);
      assertEquals(0, server.letIn.get());
    }
  }

  @Test
  void theRightNameDoesNotHelpUnderAnotherAddress() throws Exception {
    try (Server server = serverFor("localhost")) {
      refused(server, "127.0.0.1", trusting(authority));
      assertEquals(0, server.letIn.get());
    }
  }

  @Test
  void anUnknownAuthorityIsRefused() throws Exception {
    try (Server server = serverFor("localhost")) {
      String said = refused(server, "localhost", trusting(stranger));
      assertTrue(said.contains("link.tls.ca"), said);
      refused(server, "localhost", Tls.PLATFORM);
      assertEquals(0, server.letIn.get());
    }
  }

  @Test
  void aBrokerThatWantsACertificateGetsOursAndRefusesNoneAndForeignOnes() throws Exception {
    TestCertificates.Identity broker =
        authority.issue("localhost", TestCertificates.dns("localhost"));
    TestCertificates.Identity robot = authority.issue("arm2", null);
    TestCertificates.Identity foreign = stranger.issue("arm2", null);
    try (Server server = new Server(authority.server(broker), true)) {
      refused(server, "localhost", trusting(authority));
      refused(server, "localhost", new Tls(authority.pem, foreign.pem(), foreign.key()));
      assertEquals(0, server.letIn.get());
      connect(server, "localhost", new Tls(authority.pem, robot.pem(), robot.key()));
      assertEquals(1, server.letIn.get());
    }
  }

  @Test
  void aServerWithoutTlsIsRefusedWithAHint() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try (var client = plain.accept()) {
                  client.getOutputStream().write("HTTP/1.1 400\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException gone) {
                  // nothing to do
                }
              });
      LinkConfig config =
          LinkConfig.plain(URI.create("ssl://localhost:" + plain.getLocalPort()), "robot");
      NoBrokerException e =
          assertThrows(NoBrokerException.class, () -> PahoLink.connect(config, LIMIT));
      assertTrue(e.getMessage().contains("speaks TLS"), e.getMessage());
    }
  }

  @Test
  void filesThatAreWrongAreNamedBeforeAnythingIsSent() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "no certificate");
    TestCertificates.Identity robot = authority.issue("arm2", null);
    for (Tls wrong :
        new Tls[] {
          new Tls(nonsense, null, null),
          new Tls(folder.resolve("missing.pem"), null, null),
          new Tls(authority.pem, robot.pem(), nonsense),
          new Tls(authority.pem, nonsense, robot.key()),
        }) {
      LinkConfig config = LinkConfig.plain(URI.create("ssl://localhost:1"), "r").withTls(wrong);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> PahoLink.connect(config));
      assertTrue(e.getMessage().contains(".pem"), e.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> new Tls(null, robot.pem(), null));
    assertFalse(Files.exists(folder.resolve("missing.pem")));
  }
}
