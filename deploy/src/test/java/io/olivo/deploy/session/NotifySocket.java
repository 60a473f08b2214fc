package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What systemd does: a datagram socket with a name in the file system. */
public final class NotifySocket implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int MSG_DONTWAIT = 0x40;

  private final int fd;

  /** Listens at once. */
  public NotifySocket(String path) throws Throwable {
    fd = (int) call("socket", 3).invoke(AF_UNIX, SOCK_DGRAM, 0);
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    byte[] address = new byte[2 + name.length + 1];
    address[0] = AF_UNIX;
    System.arraycopy(name, 0, address, 2, name.length);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment to = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
      MethodHandle bind =
          handle(
              "bind",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      assertEquals(0, (int) bind.invoke(fd, to, address.length));
    }
  }

  /** All that was sent since the last time. */
  public List<String> heard() throws Throwable {
    MethodHandle recv =
        handle(
            "recv",
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT));
    List<String> all = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(1000);
      long length = (long) recv.invoke(fd, buffer, 1000L, MSG_DONTWAIT);
      while (length > 0) {
        byte[] bytes = buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        all.add(new String(bytes, StandardCharsets.UTF_8));
        length = (long) recv.invoke(fd, buffer, 1000L, MSG_DONTWAIT);
      }
    }
    return all;
  }

  @Override
  public void close() {
    try {
      call("close", 1).invoke(fd);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle call(String name, int arguments) {
    ValueLayout[] ints = new ValueLayout[arguments];
    Arrays.fill(ints, ValueLayout.JAVA_INT);
    return handle(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, ints));
  }

  @SuppressWarnings("restricted") // the C library, as the launcher allows
  private static MethodHandle handle(String name, FunctionDescriptor shape) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
  }
}
