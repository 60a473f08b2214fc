package io.olivo.deploy.doctor;

import io.olivo.controller.realtime.RealtimeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What of this computer makes a loop late, and how to mend it, the most effective first. Reads
 * /proc and /sys of Linux; says nothing of what it cannot read.
 */
final class LatencyAdvice {
  private final Path root;

  /**
   * @param root of the file system
   */
  LatencyAdvice(Path root) {
    this.root = root;
  }

  static LatencyAdvice here() {
    return new LatencyAdvice(Path.of("/"));
  }

  /** What to do about it, beside what was asked of the kernel. */
  List<String> of(RealtimeConfig asked) {
    List<String> advice = new ArrayList<>();
    if (asked.priority() == 0) {
      advice.add("ask for a priority in the robot file: board: { priority: 50 }");
    }
    if (saves()) {
      advice.add(
          "keep the processor fast: echo performance | sudo tee"
              + " /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
    }
    if (swaps() && !asked.lockMemory()) {
      advice.add("lock memory, this computer swaps: board: { lock_memory: true }");
    }
    if (isOrdinary()) {
      advice.add("use a kernel with PREEMPT_RT");
    }
    if (isVirtual()) {
      advice.add("leave the virtual machine: its host takes the processors away now and then");
    }
    return advice;
  }

  /** Whether its clock is lowered when little is to do. */
  private boolean saves() {
    String governor = text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    return !governor.isEmpty() && !governor.equals("performance");
  }

  /** One line is the heading. */
  private boolean swaps() {
    return text("proc/swaps").lines().count() > 1;
  }

  private boolean isOrdinary() {
    String version = text("proc/sys/kernel/version");
    return !version.isEmpty() && !version.contains("PREEMPT_RT");
  }

  private boolean isVirtual() {
    return text("proc/cpuinfo")
        .lines()
        .anyMatch(line -> line.startsWith("flags") && (line + " ").contains(" hypervisor "));
  }

  private String text(String file) {
    try {
      return Files.readString(root.resolve(file)).strip();
    } catch (IOException absent) {
      return "";
    }
  }
}
