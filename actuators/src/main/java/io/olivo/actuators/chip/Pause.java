package io.olivo.actuators.chip;

/** Lets a short time pass, for pulses made by hand. */
@FunctionalInterface
public interface Pause {
  /** Keeps the processor busy until then: nothing else is as exact. */
  Pause SPIN =
      nanos -> {
        long from = System.nanoTime();
        while (System.nanoTime() - from < nanos) {
          Thread.onSpinWait();
        }
      };

  /**
   * Returns after at least so long.
   *
   * @param nanos how long [ns]
   */
  void nanos(long nanos);
}
