package io.olivo.controller.record.mcap;

/**
 * Where a recording ends, and what is wrong with it.
 *
 * @param closed its end is there: it was not cut
 * @param damaged records that were refused
 * @param lastWhole byte of the file behind the last whole record
 * @param bytes of the file that were read; when it is not closed, the cut is here
 */
public record Ending(boolean closed, int damaged, long lastWhole, long bytes) {
  /** Nothing is missing, and nothing is damaged. */
  public boolean whole() {
    return closed && damaged == 0;
  }

  /**
   * For people, such as {@code whole, 120 bytes} or {@code cut at byte 120 (the last whole record
   * ends at byte 90)}.
   */
  public String text() {
    String end =
        closed
            ? "whole, %d bytes".formatted(bytes)
            : "cut at byte %d (the last whole record ends at byte %d)".formatted(bytes, lastWhole);
    return damaged == 0 ? end : "%s, damaged records: %d".formatted(end, damaged);
  }
}
