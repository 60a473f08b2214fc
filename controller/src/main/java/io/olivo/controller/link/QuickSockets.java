package io.olivo.controller.link;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * Sockets for small messages that can't wait.
 *
 * <ul>
 *   <li>TCP_NODELAY: we send at once.
 *   <li>TCP_QUICKACK after every read, where there is such a thing: the broker may hold its next
 *       message until the last one is acknowledged (Nagle; mosquitto's default), and the kernel
 *       delays an acknowledgement by 40 ms when we have nothing to say. One doubled message then
 *       made every following tick of the mirror 40 ms long.
 *   <li>A buffer: Paho reads the head of a packet byte by byte, each a system call.
 * </ul>
 */
final class QuickSockets extends SocketFactory {
  @Override
  public Socket createSocket() throws IOException {
    return new QuickSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("Paho binds no local address");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("Paho binds no local address");
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = new QuickSocket();
    socket.connect(address);
    return socket;
  }

  private static final class QuickSocket extends Socket {
    private @Nullable InputStream in;

    QuickSocket() throws IOException {
      setTcpNoDelay(true);
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
      if (in == null) {
        in = new BufferedInputStream(acknowledging(super.getInputStream()));
      }
      return in;
    }

    private InputStream acknowledging(InputStream raw) {
      boolean able = supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
      return able ? new QuickAck(raw, this) : raw;
    }
  }

  /** The kernel forgets the option whenever we send, so every read sets it again. */
  private static final class QuickAck extends FilterInputStream {
    private final Socket socket;

    QuickAck(InputStream raw, Socket socket) {
      super(raw);
      this.socket = socket;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      return count;
    }
  }
}
