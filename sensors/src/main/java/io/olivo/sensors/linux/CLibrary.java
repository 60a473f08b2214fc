package io.olivo.sensors.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The kernel by the C library. Used by one thread. */
final class CLibrary implements Kernel {
  private static final int READ_WRITE_CLOSE_ON_EXEC = 0x80002; // O_RDWR | O_CLOEXEC
  private static final MethodHandle OPEN =
      CFunctions.find(
          "open",
          2,
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle IOCTL =
      CFunctions.find(
          "ioctl",
          2,
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS));
  private static final MethodHandle CLOSE =
      CFunctions.find(
          "close", 1, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final MemorySegment state = CFunctions.state(Arena.ofAuto());

  @Override
  public int open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return CFunctions.answer(
          state, (int) OPEN.invokeExact(state, name, READ_WRITE_CLOSE_ON_EXEC));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  @Override
  public int ioctl(int descriptor, long request, MemorySegment argument) {
    try {
      return CFunctions.answer(
          state, (int) IOCTL.invokeExact(state, descriptor, request, argument));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  @Override
  public int close(int descriptor) {
    try {
      return CFunctions.answer(state, (int) CLOSE.invokeExact(state, descriptor));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }
}
