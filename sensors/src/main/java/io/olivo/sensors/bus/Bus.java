package io.olivo.sensors.bus;

/** Something that chips are on. */
public interface Bus extends AutoCloseable {
  @Override
  default void close() {}
}
