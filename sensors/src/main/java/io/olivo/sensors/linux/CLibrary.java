package io.olivo.sensors.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The kernel by the C library. Needs {@code --enable-native-access}, else Java prints a warning,
 * and in a later version refuses. Used by one thread.
 */
final class CLibrary implements Kernel {
  private static final int READ_WRITE_CLOSE_ON_EXEC = 0x80002; // O_RDWR | O_CLOEXEC
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle OPEN =
      function(
          "open",
          2,
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle IOCTL =
      function(
          "ioctl",
          2,
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS));
  private static final MethodHandle CLOSE =
      function("close", 1, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final MemorySegment state = Arena.ofAuto().allocate(STATE);

  /** The C functions take any number of arguments after the first so many. */
  @SuppressWarnings("restricted") // that is what the launcher allows
  private static MethodHandle function(String name, int fixed, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    Linker.Option errno = Linker.Option.captureCallState("errno");
    boolean any = fixed < descriptor.argumentLayouts().size();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        descriptor,
        any
            ? new Linker.Option[] {errno, Linker.Option.firstVariadicArg(fixed)}
            : new Linker.Option[] {errno});
  }

  @Override
  public int open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return answer((int) OPEN.invokeExact(state, name, READ_WRITE_CLOSE_ON_EXEC));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  public int ioctl(int descriptor, long request, MemorySegment argument) {
    try {
      return answer((int) IOCTL.invokeExact(state, descriptor, request, argument));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  public int close(int descriptor) {
    try {
      return answer((int) CLOSE.invokeExact(state, descriptor));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private int answer(int result) {
    return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
  }

  private static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("cannot call the C library", e);
  }
}
