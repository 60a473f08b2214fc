package io.olivo.actuators.servo.jserialcomm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * Two ends of a serial line that the kernel makes up: a device that a program opens like any other,
 * and the end behind it. Linux only.
 */
final class PseudoTerminal implements AutoCloseable {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final short POLLIN = 1;
  private static final int MOST = 512;

  private final MethodHandle poll = function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private final MethodHandle read = function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private final MethodHandle write = function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(MOST);
  private final MemorySegment waiting = arena.allocate(8, 4);
  private final int behind;
  private final int kept; // a pair whose device nobody has open is gone
  private final String device;

  PseudoTerminal() {
    behind = (int) call(function("posix_openpt", JAVA_INT, JAVA_INT), O_RDWR | O_NOCTTY);
    require(behind >= 0, "posix_openpt");
    require((int) call(function("grantpt", JAVA_INT, JAVA_INT), behind) == 0, "grantpt");
    require((int) call(function("unlockpt", JAVA_INT, JAVA_INT), behind) == 0, "unlockpt");
    MethodHandle name = function("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
    require((int) call(name, behind, buffer, (long) MOST) == 0, "ptsname_r");
    device = buffer.getString(0);
    MethodHandle open = function("open", JAVA_INT, ADDRESS, JAVA_INT);
    kept = (int) call(open, arena.allocateFrom(device), O_RDWR | O_NOCTTY);
    require(kept >= 0, "open");
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, arguments));
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void require(boolean done, String what) {
    if (!done) {
      throw new AssertionError(what + " failed: there is no pseudo terminal to test with");
    }
  }

  /** What a program opens: "/dev/pts/3". */
  String device() {
    return device;
  }

  /** What a program has sent; empty when nothing came in time. By one thread. */
  byte[] receive(int millis) {
    waiting.set(JAVA_INT, 0, behind);
    waiting.set(JAVA_SHORT, 4, POLLIN);
    if ((int) call(poll, waiting, 1L, millis) <= 0) {
      return new byte[0];
    }
    int count = Math.toIntExact((long) call(read, behind, buffer, (long) MOST));
    return count <= 0 ? new byte[0] : buffer.asSlice(0, count).toArray(JAVA_BYTE);
  }

  /** Sends to the program. By the thread that receives. */
  void send(byte[] bytes) {
    for (int from = 0; from < bytes.length; from += MOST) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + MOST, bytes.length));
      MemorySegment.copy(part, 0, buffer, JAVA_BYTE, 0, part.length);
      call(write, behind, buffer, (long) part.length);
    }
  }

  @Override
  public void close() {
    MethodHandle close = function("close", JAVA_INT, JAVA_INT);
    call(close, kept);
    call(close, behind);
    arena.close();
  }
}
