package io.olivo.controller.realtime;

import io.olivo.controller.loop.WallClockPacer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Asks the kernel for real time, and tells what it did not give. Nothing that is refused keeps the
 * loop from running.
 *
 * <p>Three threads get a priority. The loop's has what was asked for. Its supervisor has one more:
 * when the loop spins and never sleeps, a supervisor of the same priority would not run on its core
 * before the loop gives way, and that is just what it does not do; it needs microseconds a few
 * times per deadman. The VM thread of the JVM has one less: at a safepoint the loop waits for it,
 * and it must not wait for ordinary programs meanwhile. With the serial collector it is also the
 * one that collects. All other threads stay ordinary: compilers would take the core from the loop.
 */
public final class Realtime {
  private static final String SHELL = "sudo prlimit --pid $$ --%s in the shell that starts it";

  private final RealtimeConfig config;
  private final RealtimeKernel kernel;
  private final Consumer<Shortfall> told;
  private final List<Shortfall> shortfalls = new CopyOnWriteArrayList<>();

  /**
   * @param config what to ask for
   * @param told hears of each thing that is refused, on the thread that asked
   */
  public Realtime(RealtimeConfig config, Consumer<Shortfall> told) {
    this(config, kernel(), told);
  }

  Realtime(RealtimeConfig config, RealtimeKernel kernel, Consumer<Shortfall> told) {
    this.config = config;
    this.kernel = kernel;
    this.told = told;
  }

  /** Asks for nothing. */
  public static Realtime none() {
    return new Realtime(RealtimeConfig.NONE, shortfall -> {});
  }

  private static RealtimeKernel kernel() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
    boolean wide = System.getProperty("sun.arch.data.model", "").equals("64");
    return linux && wide ? new LinuxRealtime() : new NoRealtime();
  }

  /** For the loop's thread: the kernel's own sleep, or Java's where that is not to be had. */
  public WallClockPacer.Sleeper sleeper() {
    return isOurClock() ? new PreciseSleeper(kernel) : WallClockPacer::park;
  }

  /** Whether the kernel's monotonic clock is what {@link System#nanoTime} reads. */
  boolean isOurClock() {
    long before = System.nanoTime();
    long kernels = kernel.monotonicNanos();
    return before <= kernels && kernels <= System.nanoTime();
  }

  /** Before the loop begins, on any thread. */
  public void lockMemory() {
    if (!config.lockMemory()) {
      return;
    }
    long limit = kernel.lockableBytes();
    if (limit >= 0) { // what the process asks for beyond it later would fail, and end the run
      tell(unlocked("only %d kB may be".formatted(limit / 1024)));
      return;
    }
    int answer = kernel.lockMemory();
    if (answer < 0) {
      tell(unlocked(Errno.words(-answer)));
    }
  }

  /** The opposite, for a process that goes on without a loop. */
  public void unlockMemory() {
    if (config.lockMemory()) {
      kernel.unlockMemory();
    }
  }

  /** To be called by the loop's thread, before its first tick. */
  public void enterLoop() {
    if (config.cpu() != RealtimeConfig.ANY_CPU) {
      pin();
    }
    if (config.priority() > 0) {
      boolean granted = prioritise(RealtimeKernel.CALLING_THREAD, config.priority(), "the loop");
      if (granted && config.priority() > 1) {
        prioritiseVmThread();
      }
    }
  }

  private void prioritiseVmThread() {
    int thread = kernel.vmThread();
    if (thread > 0) {
      prioritise(thread, config.priority() - 1, "the JVM's VM thread");
    }
  }

  /** To be called by the thread that watches over the loop. It may run on any core. */
  public void enterSupervisor() {
    if (config.priority() > 0) {
      prioritise(RealtimeKernel.CALLING_THREAD, config.priority() + 1, "its supervisor");
    }
  }

  private void pin() {
    int answer = kernel.pin(config.cpu());
    if (answer < 0) {
      tell(
          new Shortfall(
              "the loop is not kept on core " + config.cpu(),
              Errno.words(-answer),
              "set board.cpu to one that nproc and taskset -p $$ show"));
    }
  }

  private boolean prioritise(int thread, int priority, String whom) {
    int answer = kernel.runFifo(thread, priority);
    if (answer < 0) {
      int limit = config.priority() + 1;
      tell(
          new Shortfall(
              "no real-time priority %d for %s".formatted(priority, whom),
              Errno.words(-answer),
              "give the service LimitRTPRIO=%d, or run %s"
                  .formatted(limit, SHELL.formatted("rtprio=" + limit))));
    }
    return answer >= 0;
  }

  private static Shortfall unlocked(String why) {
    return new Shortfall(
        "memory is not locked",
        why,
        "give the service LimitMEMLOCK=infinity, or run " + SHELL.formatted("memlock=unlimited"));
  }

  private void tell(Shortfall shortfall) {
    shortfalls.add(shortfall);
    told.accept(shortfall);
  }

  /** What was refused so far. */
  public List<Shortfall> shortfalls() {
    return List.copyOf(shortfalls);
  }
}
