package io.olivo.deploy.bench;

/**
 * A stretch of a scenario in which the plant is another one.
 *
 * @param kind what is different
 * @param from since the reference began to move [s]
 * @param to since the reference began to move [s]
 */
public record Stretch(Kind kind, double from, double to) {
  /** How a plant may differ from the plain one. */
  public enum Kind {
    /** It carries a load. */
    LOAD("load on"),
    /** It has other friction and weaker or stronger motors. */
    WEAR("other friction, motors");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** As people read it. */
    public String title() {
      return title;
    }
  }
}
