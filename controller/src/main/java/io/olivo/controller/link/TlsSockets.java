package io.olivo.controller.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS sockets that check the name in the broker's certificate themselves, whatever the library
 * above them asks for: Paho 1.2.0 had it off by mistake (CVE-2019-11777).
 */
final class TlsSockets extends SSLSocketFactory {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final char[] IN_MEMORY = {};

  private final SSLSocketFactory sockets;

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException naming the file that is wrong
   */
  TlsSockets(Tls tls) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(tls.certificate(), tls.key()), trusted(tls.ca()), null);
      sockets = context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static TrustManager @Nullable [] trusted(@Nullable Path ca)
      throws GeneralSecurityException, IOException {
    if (ca == null) {
      return null; // those of the platform
    }
    KeyStore store = emptyStore();
    int number = 0;
    for (Certificate one : PemFiles.certificates(ca)) {
      store.setCertificateEntry("ca" + number++, one);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager @Nullable [] own(@Nullable Path certificate, @Nullable Path key)
      throws GeneralSecurityException, IOException {
    if (certificate == null || key == null) {
      return null;
    }
    KeyStore store = emptyStore();
    Certificate[] chain = PemFiles.certificates(certificate).toArray(new Certificate[0]);
    store.setKeyEntry("own", PemFiles.privateKey(key), IN_MEMORY, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Socket strict(Socket socket) throws IOException {
    SSLSocket secure = (SSLSocket) socket;
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 2818: the name must match
    parameters.setProtocols(PROTOCOLS);
    secure.setSSLParameters(parameters);
    secure.setTcpNoDelay(true);
    return secure;
  }

  @Override
  public Socket createSocket() throws IOException {
    return strict(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return strict(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return strict(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(Socket under, String host, int port, boolean autoClose)
      throws IOException {
    return strict(sockets.createSocket(under, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return strict(sockets.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return strict(sockets.createSocket(host, port, from, fromPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }
}
