package io.olivo.deploy.robot;

import io.olivo.controller.realtime.RealtimeConfig;
import java.util.Optional;

/**
 * What the robot file says about real time; nothing where it says nothing.
 *
 * @param priority SCHED_FIFO of the loop's thread, 1 to 80; 0 for none
 * @param cpu core that it stays on
 * @param lockMemory whether all memory stays in RAM
 */
public record RealtimeSpec(
    Optional<Integer> priority, Optional<Integer> cpu, Optional<Boolean> lockMemory) {
  /** On a robot: as said, else as a board wants it. */
  public RealtimeConfig onBoard() {
    return or(RealtimeConfig.BOARD);
  }

  /** On another computer: what is said, and nothing else. */
  public RealtimeConfig asSaid() {
    return or(RealtimeConfig.NONE);
  }

  private RealtimeConfig or(RealtimeConfig usual) {
    return new RealtimeConfig(
        priority.orElse(usual.priority()),
        cpu.orElse(usual.cpu()),
        lockMemory.orElse(usual.lockMemory()));
  }
}
