package io.olivo.sensors.bus;

import java.util.List;

/**
 * What the thread of a bus keeps bringing up to date, stamped together: a sensor, or one of several
 * devices that are read in one go.
 */
public interface Readings {
  /** Device and address, for messages. */
  String name();

  /** What is measured, in the order of {@link #newest}. */
  List<Measure> measures();

  /** The newest values; the loop is their only reader. */
  TripleBuffer newest();
}
