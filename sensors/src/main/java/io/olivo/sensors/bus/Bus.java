package io.olivo.sensors.bus;

/** Something that chips are on. */
public interface Bus extends AutoCloseable {
  @Override
  default void close() {}

  /** Several chip selects or lines that one thread asks: closes each. */
  static Bus of(Bus... parts) {
    Bus[] all = parts.clone();
    return new Bus() {
      @Override
      public void close() {
        for (Bus part : all) {
          part.close();
        }
      }
    };
  }
}
