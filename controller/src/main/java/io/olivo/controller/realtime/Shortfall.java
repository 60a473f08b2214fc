package io.olivo.controller.realtime;

/**
 * Something that a loop asked for and could not have. It goes on without.
 *
 * @param what is missing, as in "no real-time priority"
 * @param why as the kernel says it
 * @param remedy what to do
 */
public record Shortfall(String what, String why, String remedy) {
  @Override
  public String toString() {
    return "%s: %s; %s".formatted(what, why, remedy);
  }
}
