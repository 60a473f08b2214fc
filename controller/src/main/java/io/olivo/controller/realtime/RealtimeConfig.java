package io.olivo.controller.realtime;

/**
 * What a loop asks of the kernel.
 *
 * @param priority SCHED_FIFO of the loop's thread, 1 to 80; 0 for an ordinary thread
 * @param cpu core that the loop's thread stays on, from 0; -1 for any
 * @param lockMemory whether all memory of the process stays in RAM
 */
public record RealtimeConfig(int priority, int cpu, boolean lockMemory) {
  /**
   * The highest: above it the kernel's own threads must come, those of interrupts (50 by default,
   * but tuned upwards by many) and at 99 those that move tasks between cores and watch for hangs.
   */
  public static final int HIGHEST = 80;

  /** Of a loop on a board that says nothing else. */
  public static final int USUAL_PRIORITY = 50;

  /** Any core. */
  public static final int ANY_CPU = -1;

  /** An ordinary program. */
  public static final RealtimeConfig NONE = new RealtimeConfig(0, ANY_CPU, false);

  /** Of a robot on a board. */
  public static final RealtimeConfig BOARD = new RealtimeConfig(USUAL_PRIORITY, ANY_CPU, true);

  /** Refuses what would harm the kernel, or does not exist. */
  public RealtimeConfig {
    if (priority < 0 || priority > HIGHEST) {
      throw new IllegalArgumentException(
          "priority must be 1 to %d, or 0 for none, got %d; start from %d"
              .formatted(HIGHEST, priority, USUAL_PRIORITY));
    }
    if (cpu < ANY_CPU) {
      throw new IllegalArgumentException(
          "cpu must be the number of a core, from 0, got %d".formatted(cpu));
    }
  }
}
