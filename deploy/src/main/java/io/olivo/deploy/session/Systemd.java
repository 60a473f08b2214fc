package io.olivo.deploy.session;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells systemd how the service does: that it is ready, that it lives, that it stops. Does nothing
 * where there is no systemd. Source: sd_notify(3): one datagram to the unix socket that {@code
 * NOTIFY_SOCKET} names, where a leading @ stands for the abstract name space.
 *
 * <p>A watchdog is fed only as often as the supervisor sees the loop live; when it hangs so badly
 * that even the supervisor does, systemd restarts the service, which does not arm itself.
 */
public final class Systemd {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int LONGEST_PATH = 107;

  private final @Nullable String socket;
  private final long feedNanos;
  private long fedNanos = Long.MIN_VALUE;

  private Systemd(@Nullable String socket, long feedNanos) {
    this.socket = socket;
    this.feedNanos = feedNanos;
  }

  /**
   * As the environment says.
   *
   * @param environment {@code NOTIFY_SOCKET}, and {@code WATCHDOG_USEC} if there is a watchdog
   */
  public static Systemd of(Map<String, String> environment) {
    String name = environment.get("NOTIFY_SOCKET");
    boolean usable = name != null && name.length() <= LONGEST_PATH && name.matches("[/@].+");
    return new Systemd(usable ? name : null, halfOf(environment.get("WATCHDOG_USEC")));
  }

  /** Half of the watchdog's time, as systemd advises; 0 without one. */
  private static long halfOf(@Nullable String micros) {
    return micros != null && micros.matches("\\d{1,15}") ? Long.parseLong(micros) * 1000 / 2 : 0;
  }

  /** The loop runs. */
  public void ready() {
    send("READY=1");
  }

  /** The loop ends. */
  public void stopping() {
    send("STOPPING=1");
  }

  /** What a person sees in {@code systemctl status}. */
  public void status(String text) {
    send("STATUS=" + text.replace('\n', ' '));
  }

  /** The loop lives; may be called as often as one likes. */
  public void alive(long nowNanos) {
    if (feedNanos > 0 && (fedNanos == Long.MIN_VALUE || nowNanos - fedNanos >= feedNanos)) {
      fedNanos = nowNanos;
      send("WATCHDOG=1");
    }
  }

  private void send(String message) {
    String name = socket;
    if (name != null) {
      try (Arena arena = Arena.ofConfined()) {
        send(arena, address(name), message.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** sockaddr_un: the family, then the path; a 0 byte in place of a leading @. */
  private static byte[] address(String name) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    byte[] address = new byte[2 + path.length];
    address[0] = AF_UNIX; // little endian, as all that this software runs on
    System.arraycopy(path, 0, address, 2, path.length);
    if (path[0] == '@') {
      address[2] = 0;
    }
    return address;
  }

  private static void send(Arena arena, byte[] address, byte[] message) {
    try {
      int fd = (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (fd >= 0) {
        MemorySegment to = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
        MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, message);
        long sent =
            (long)
                SENDTO.invokeExact(
                    fd, text, (long) message.length, MSG_NOSIGNAL, to, address.length);
        int closed = (int) CLOSE.invokeExact(fd);
        assert sent >= -1 && closed >= -1 : "a manager that does not listen is no reason to stop";
      }
    } catch (Throwable e) {
      throw new IllegalStateException("cannot call the C library", e);
    }
  }

  private static final MethodHandle SOCKET =
      function(
          "socket",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT));
  private static final MethodHandle SENDTO =
      function(
          "sendto",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  @SuppressWarnings("restricted") // the C library, as the launcher allows
  private static MethodHandle function(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
  }
}
