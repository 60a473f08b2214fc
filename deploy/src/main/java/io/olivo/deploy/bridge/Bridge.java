package io.olivo.deploy.bridge;

/** Tells somebody else of a robot. */
public interface Bridge extends AutoCloseable {
  /** Takes what is new; called some times a second, on one thread, and must not wait. */
  void tell(Condition now);

  /** Says that the run is over. */
  @Override
  void close();
}
