package io.olivo.controller.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.opentest4j.TestAbortedException;

/** Asks the real kernel; what it does not permit here is skipped, and the report says why. */
@EnabledOnOs(OS.LINUX)
class LinuxRealtimeTest {
  private static final int RT_PRIORITY = 40; // field of /proc/.../stat, see proc_pid_stat(5)
  private static final int POLICY = 41;
  private static final int SCHED_FIFO = 1;
  private static final long SPIN_NANOS = 10_000_000_000L; // then the loop gives up

  private final RealtimeKernel kernel = new LinuxRealtime();

  /** On a thread of its own, so that nothing stays behind. */
  private static <T> T apart(Callable<T> task) throws Exception {
    FutureTask<T> result = new FutureTask<>(task);
    Thread.ofPlatform().start(result);
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TestAbortedException skipped) {
        throw skipped;
      }
      throw e;
    }
  }

  private static void assumeDone(String what, int answer) {
    assumeTrue(answer == 0, () -> what + " is not permitted here: " + Errno.words(-answer));
  }

  /** Of the calling thread; fields count from 1, the second is a name in brackets. */
  private static int stat(int field) throws Exception {
    String stat = Files.readString(Path.of("/proc/thread-self/stat"));
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Integer.parseInt(behindName[field - 3]);
  }

  private static String status(String file, String key) throws Exception {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itsMonotonicClockIsWhatJavaReads() {
    for (int i = 0; i < 1000; i++) {
      long before = System.nanoTime();
      long kernels = kernel.monotonicNanos();
      long after = System.nanoTime();
      assertTrue(before <= kernels && kernels <= after, before + " " + kernels + " " + after);
    }
    assertTrue(Realtime.none().isOurClock());
  }

  @Test
  void sleepEndsAtItsTimeAndNotBefore() {
    for (int i = 0; i < 20; i++) {
      long wake = System.nanoTime() + 1_000_000;
      assertEquals(0, kernel.sleepUntil(wake));
      assertTrue(System.nanoTime() - wake >= 0);
    }
    assertEquals(0, kernel.sleepUntil(1), "what is past is over at once");
    assertEquals(-Errno.EINVAL, kernel.sleepUntil(-1));
  }

  @Test
  void loopsThreadGetsItsPriorityAndWhatItStartsDoesNot() throws Exception {
    int[] seen =
        apart(
            () -> {
              assumeDone("SCHED_FIFO", kernel.runFifo(RealtimeKernel.CALLING_THREAD, 7));
              int[] own = {stat(RT_PRIORITY), stat(POLICY), 0};
              own[2] = apart(() -> stat(POLICY));
              return own;
            });
    assertEquals(7, seen[0]);
    assertEquals(SCHED_FIFO, seen[1]);
    assertEquals(0, seen[2], "the policy of a thread that it started");
    assertEquals(0, stat(POLICY), "the process is not meant");
  }

  /** Without a priority above the loop's it would not, for as long as the loop spins. */
  @Test
  void supervisorRunsThoughTheLoopSpinsOnItsCore() throws Exception {
    int core =
        Integer.parseInt(status("/proc/self/status", "Cpus_allowed_list").split("[-,]", -1)[0]);
    List<Shortfall> refused = new CopyOnWriteArrayList<>();
    Realtime realtime = new Realtime(new RealtimeConfig(50, core, false), refused::add);
    AtomicBoolean spins = new AtomicBoolean();
    AtomicBoolean seen = new AtomicBoolean();
    FutureTask<Boolean> supervisor =
        new FutureTask<>(
            () -> {
              realtime.enterSupervisor();
              kernel.pin(core);
              while (!spins.get()) {
                LockSupport.parkNanos(1_000_000);
              }
              seen.set(true);
              return true;
            });
    Thread.ofPlatform().start(supervisor);
    boolean answered =
        apart(
            () -> {
              realtime.enterLoop();
              assumeTrue(refused.isEmpty(), refused::toString);
              spins.set(true);
              long until = System.nanoTime() + SPIN_NANOS;
              while (!seen.get() && System.nanoTime() - until < 0) {
                Thread.onSpinWait();
              }
              return seen.get();
            });
    spins.set(true);
    supervisor.get();
    assertTrue(answered, "the supervisor had to wait until the loop gave way");
  }

  @Test
  void vmThreadIsFoundByItsName() throws Exception {
    Path name = Path.of("/proc/self/task", Integer.toString(kernel.vmThread()), "comm");
    assertEquals("VM Thread", Files.readString(name).strip());
  }

  @Test
  void priorityThatDoesNotExistIsRefused() throws Exception {
    assertEquals(-Errno.EINVAL, apart(() -> kernel.runFifo(RealtimeKernel.CALLING_THREAD, 100)));
  }

  @Test
  void loopsThreadStaysOnItsCore() throws Exception {
    String before = status("/proc/thread-self/status", "Cpus_allowed_list");
    String first = before.split("[-,]", -1)[0];
    String own =
        apart(
            () -> {
              assumeDone("sched_setaffinity", kernel.pin(Integer.parseInt(first)));
              return status("/proc/thread-self/status", "Cpus_allowed_list");
            });
    assertEquals(first, own);
    assertEquals(before, status("/proc/thread-self/status", "Cpus_allowed_list"));
  }

  @Test
  void coreThatIsNotThereIsRefused() throws Exception {
    assertEquals(-Errno.EINVAL, apart(() -> kernel.pin(1023)));
    assertEquals(-Errno.EINVAL, kernel.pin(-1));
    assertEquals(-Errno.EINVAL, kernel.pin(1024));
  }

  @Test
  void memoryIsLockedAndUnlocked() throws Exception {
    long limit = kernel.lockableBytes();
    assumeTrue(limit < 0, () -> "only " + limit + " bytes may be locked here");
    assumeDone("mlockall", kernel.lockMemory());
    assertFalse(status("/proc/self/status", "VmLck").equals("0 kB"));
    assertEquals(0, kernel.unlockMemory());
    assertEquals("0 kB", status("/proc/self/status", "VmLck"));
  }

  @Test
  void onlyTheCapabilityToLockMemoryLiftsItsLimit() {
    assertTrue(LinuxRealtime.mayLockAny("Name:\tjava\nCapEff:\t000001ffffffffff\n"));
    assertTrue(LinuxRealtime.mayLockAny("CapEff:\t0000000000004000\n"));
    assertFalse(LinuxRealtime.mayLockAny("CapEff:\t000001ffffffbfff\n"));
    assertFalse(LinuxRealtime.mayLockAny("CapPrm:\t000001ffffffffff\n"));
    assertFalse(LinuxRealtime.mayLockAny(""));
  }
}
