package io.olivo.sensors.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * Finds functions of the C library. Needs {@code --enable-native-access}, else Java prints a
 * warning, and in a later version refuses.
 *
 * <p>Each handle takes a piece of memory before the arguments of the function: there the call
 * leaves {@code errno}, see {@link #state} and {@link #answer}. One thread at a time may use it.
 */
public final class CFunctions {
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private CFunctions() {}

  /**
   * A function that leaves {@code errno}.
   *
   * @param fixed how many arguments it has before it takes any number of them; all for most
   */
  @SuppressWarnings("restricted") // that is what the launcher allows
  public static MethodHandle find(String name, int fixed, FunctionDescriptor descriptor) {
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

  /** Where calls leave {@code errno}. */
  public static MemorySegment state(Arena arena) {
    return arena.allocate(STATE);
  }

  /** The result of a call, or {@code -errno} when it failed. */
  public static int answer(MemorySegment state, int result) {
    return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
  }

  /** A call that did not even get to the function. */
  public static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("cannot call the C library", e);
  }
}
