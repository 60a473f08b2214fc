package io.olivo.deploy.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A port kept for one broker. The broker binds it seconds after it was found free, so a locked file
 * keeps other brokers of ours away meanwhile.
 */
final class BrokerPort implements AutoCloseable {
  private static final int BACKLOG = 1;
  private static final int ATTEMPTS = 20;

  private final int number;
  private final FileChannel lock;

  private BrokerPort(int number, FileChannel lock) {
    this.number = number;
    this.lock = lock;
  }

  /** The preferred port if it is free, and another one if it is not. */
  static BrokerPort claim(int preferred) throws IOException {
    for (int attempt = 0, wanted = preferred; attempt < ATTEMPTS; attempt++, wanted = 0) {
      BrokerPort port = tryClaim(wanted);
      if (port != null) {
        return port;
      }
    }
    throw new IOException("no free port on 127.0.0.1");
  }

  private static @Nullable BrokerPort tryClaim(int wanted) {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket probe = new ServerSocket(wanted, BACKLOG, here)) {
      return locked(probe.getLocalPort());
    } catch (IOException taken) {
      return null;
    }
  }

  private static @Nullable BrokerPort locked(int number) throws IOException {
    FileChannel file =
        FileChannel.open(lockFile(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (file.tryLock() != null) {
        return new BrokerPort(number, file);
      }
    } catch (OverlappingFileLockException ours) {
      // a broker in this very process has it
    }
    file.close();
    return null;
  }

  private static Path lockFile(int number) {
    String name = "olivo-broker-" + System.getProperty("user.name") + "-" + number + ".lock";
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  int number() {
    return number;
  }

  /** Gives it back. */
  @Override
  public void close() throws IOException {
    lockFile(number).toFile().delete();
    lock.close();
  }
}
