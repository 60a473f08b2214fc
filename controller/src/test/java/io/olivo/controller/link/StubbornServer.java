package io.olivo.controller.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What listens at a broker's address and is no good broker. */
final class StubbornServer implements AutoCloseable {
  /** What it does with a client that has come. */
  interface Manner {
    void meet(Socket client) throws IOException;
  }

  /** CONNACK of MQTT 5: success, no properties. */
  static final byte[] CONNACK = {0x20, 3, 0, 0, 0};

  private final ServerSocket server;
  private final Manner manner;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final AtomicInteger visits = new AtomicInteger();

  StubbornServer(Manner manner) throws IOException {
    this.manner = manner;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("stubborn-server").start(this::serve);
  }

  /** Takes what the client says and answers with these bytes, once. */
  static Manner answering(byte[] answer) {
    return client -> {
      read(client.getInputStream());
      OutputStream out = client.getOutputStream();
      out.write(answer);
      out.flush();
    };
  }

  private static void read(InputStream in) throws IOException {
    if (in.read(new byte[1024]) < 0) {
      throw new IOException("the client said nothing");
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        clients.add(client); // or its finalizer would close it
        visits.incrementAndGet();
        manner.meet(client);
      } catch (IOException gone) {
        // the next one may stay
      }
    }
  }

  int visits() {
    return visits.get();
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
