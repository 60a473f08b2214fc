package io.olivo.deploy.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.realtime.RealtimeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyAdviceTest {
  private static final RealtimeConfig UNLOCKED = new RealtimeConfig(50, -1, false);

  @TempDir Path root;

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> advice(RealtimeConfig asked) {
    return new LatencyAdvice(root).of(asked);
  }

  private void holds(String part, RealtimeConfig asked) {
    List<String> advice = advice(asked);
    assertEquals(1, advice.size(), advice::toString);
    assertTrue(advice.getFirst().contains(part), advice::toString);
  }

  @Test
  void ofASystemThatTellsNothingOnlyThePriorityIsMissed() {
    assertEquals(List.of(), advice(RealtimeConfig.BOARD));
    holds("priority: 50", RealtimeConfig.NONE);
  }

  @Test
  void aClockThatIsLoweredIsKeptFast() throws IOException {
    file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "ondemand\n");
    holds("echo performance", RealtimeConfig.BOARD);
    file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
    assertEquals(List.of(), advice(RealtimeConfig.BOARD));
  }

  @Test
  void swapHarmsOnlyALoopWhoseMemoryIsNotLocked() throws IOException {
    String heading = "Filename\tType\tSize\tUsed\tPriority\n";
    file("proc/swaps", heading);
    assertEquals(List.of(), advice(UNLOCKED));
    file("proc/swaps", heading + "/var/swap file 524284 0 -2\n");
    holds("lock_memory: true", UNLOCKED);
    assertEquals(List.of(), advice(RealtimeConfig.BOARD));
  }

  @Test
  void anOrdinaryKernelAndAVirtualMachineAreNamed() throws IOException {
    file("proc/sys/kernel/version", "#1 SMP PREEMPT_DYNAMIC Debian\n");
    holds("PREEMPT_RT", RealtimeConfig.BOARD);
    file("proc/sys/kernel/version", "#1 SMP PREEMPT_RT Debian\n");
    assertEquals(List.of(), advice(RealtimeConfig.BOARD));
    file("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu sse hypervisor\n");
    holds("virtual machine", RealtimeConfig.BOARD);
  }
}
