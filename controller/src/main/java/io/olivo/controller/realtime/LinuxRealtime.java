package io.olivo.controller.realtime;

import io.olivo.sensors.linux.CFunctions;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Linux with 64 bits, by the C library. Numbers: linux/sched.h, bits/resource.h, bits/mman.h and
 * linux/capability.h of x86-64 and arm64.
 */
final class LinuxRealtime implements RealtimeKernel {
  private static final int CLOCK_MONOTONIC = 1;
  private static final int TIMER_ABSTIME = 1;
  private static final int SCHED_FIFO = 1;
  private static final int SCHED_RESET_ON_FORK = 0x40000000; // else threads it starts inherit it
  private static final int MCL_CURRENT = 1;
  private static final int MCL_FUTURE = 2;
  private static final int RLIMIT_MEMLOCK = 8;
  private static final int CAP_IPC_LOCK = 14; // bit: no limit counts
  private static final int MOST_CPUS = 1024;
  private static final long NANOS = 1_000_000_000;
  private static final StructLayout TIMESPEC =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_LONG.withName("tv_sec"), ValueLayout.JAVA_LONG.withName("tv_nsec"));
  private static final StructLayout RLIMIT =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_LONG.withName("rlim_cur"), ValueLayout.JAVA_LONG.withName("rlim_max"));
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final String VM_THREAD = "VM Thread"; // of HotSpot

  private static final MethodHandle CLOCK_NANOSLEEP =
      function(
          "clock_nanosleep",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.ADDRESS);
  private static final MethodHandle CLOCK_GETTIME =
      function("clock_gettime", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
  private static final MethodHandle SCHED_SETSCHEDULER =
      function(
          "sched_setscheduler", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
  private static final MethodHandle SCHED_SETAFFINITY =
      function(
          "sched_setaffinity", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
  private static final MethodHandle MLOCKALL = function("mlockall", ValueLayout.JAVA_INT);
  private static final MethodHandle MUNLOCKALL = function("munlockall");
  private static final MethodHandle GETRLIMIT =
      function("getrlimit", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

  // of the thread that sleeps
  private final MemorySegment errno = CFunctions.state(Arena.ofAuto());
  private final MemorySegment wake = Arena.ofAuto().allocate(TIMESPEC);

  private static MethodHandle function(String name, MemoryLayout... arguments) {
    return CFunctions.find(
        name, arguments.length, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
  }

  /** The answer is the number of the error itself, not in {@code errno}. Allocates nothing. */
  @Override
  public int sleepUntil(long wakeNanos) {
    wake.set(ValueLayout.JAVA_LONG, 0, wakeNanos / NANOS);
    wake.set(ValueLayout.JAVA_LONG, 8, wakeNanos % NANOS);
    try {
      return -(int)
          CLOCK_NANOSLEEP.invokeExact(
              errno, CLOCK_MONOTONIC, TIMER_ABSTIME, wake, MemorySegment.NULL);
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  @Override
  public long monotonicNanos() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment now = arena.allocate(TIMESPEC);
      int answer = (int) CLOCK_GETTIME.invokeExact(CFunctions.state(arena), CLOCK_MONOTONIC, now);
      return answer < 0
          ? answer
          : now.get(ValueLayout.JAVA_LONG, 0) * NANOS + now.get(ValueLayout.JAVA_LONG, 8);
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  @Override
  public int runFifo(int thread, int priority) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = CFunctions.state(arena);
      MemorySegment parameter = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
      return CFunctions.answer(
          state,
          (int)
              SCHED_SETSCHEDULER.invokeExact(
                  state, thread, SCHED_FIFO | SCHED_RESET_ON_FORK, parameter));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  /** By its name. */
  @Override
  public int vmThread() {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).strip().equals(VM_THREAD)) {
          return Integer.parseInt(THREADS.relativize(thread).toString());
        }
      }
      return -1;
    } catch (IOException unreadable) { // or one of them ended meanwhile
      return -1;
    }
  }

  @Override
  public int pin(int cpu) {
    if (cpu < 0 || cpu >= MOST_CPUS) {
      return -Errno.EINVAL;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = CFunctions.state(arena);
      MemorySegment cores = arena.allocate(MOST_CPUS / Byte.SIZE, Long.BYTES);
      cores.setAtIndex(ValueLayout.JAVA_LONG, cpu / Long.SIZE, 1L << (cpu % Long.SIZE));
      return CFunctions.answer(
          state,
          (int) SCHED_SETAFFINITY.invokeExact(state, CALLING_THREAD, cores.byteSize(), cores));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  @Override
  public int lockMemory() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = CFunctions.state(arena);
      return CFunctions.answer(state, (int) MLOCKALL.invokeExact(state, MCL_CURRENT | MCL_FUTURE));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  @Override
  public int unlockMemory() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = CFunctions.state(arena);
      return CFunctions.answer(state, (int) MUNLOCKALL.invokeExact(state));
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  /** No limit is all bits set; for a process with the capability none counts. */
  @Override
  public long lockableBytes() {
    if (mayLockAny()) {
      return -1;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = CFunctions.state(arena);
      MemorySegment limit = arena.allocate(RLIMIT);
      int answer = (int) GETRLIMIT.invokeExact(state, RLIMIT_MEMLOCK, limit);
      return answer < 0 ? 0 : limit.get(ValueLayout.JAVA_LONG, 0);
    } catch (Throwable e) {
      throw CFunctions.unexpected(e);
    }
  }

  private static boolean mayLockAny() {
    try {
      return mayLockAny(Files.readString(STATUS));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** By what /proc/self/status says. */
  static boolean mayLockAny(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> line.substring("CapEff:".length()).strip())
        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) >>> CAP_IPC_LOCK & 1) != 0);
  }
}
