package io.olivo.controller.record;

/**
 * Something rare that belongs to one beat.
 *
 * @param row number of the beat
 * @param kind what
 * @param text its content, by kind
 */
public record Mark(long row, Kind kind, String text) {
  /** What a mark tells. */
  public enum Kind {
    /** Before the beat something was adjusted: {@link io.olivo.controller.loop.Adjustment#text}. */
    ADJUSTED(1),
    /** Before the beat the loop stopped for a fault that others saw: see {@link FaultText}. */
    STOPPED(2),
    /** In the beat a supervisor stopped the loop, which hung: see {@link FaultText}. */
    DEAD(3),
    /** After the beat: SHA-256 of all that was learned, in hex. */
    LEARNED(4),
    /** There is no beat of this number: the run ended, or the recording did; why. */
    END(5);

    final int code; // in a file

    Kind(int code) {
      this.code = code;
    }

    static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("a mark of unknown kind " + code);
    }
  }

  /** The text of an {@link Kind#END} when the run itself was over. */
  public static final String RUN_OVER = "the run was over";
}
