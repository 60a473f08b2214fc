package io.olivo.controller.record.mcap;

/**
 * Where a recording ends.
 *
 * @param whole it was closed, and nothing is missing
 * @param lastWhole byte of the file behind the last whole record
 * @param bytes of the file that were read; when it is not whole, the cut is here
 */
public record Ending(boolean whole, long lastWhole, long bytes) {
  /** For people: {@code whole, 120 bytes} or {@code cut at byte 120, used up to byte 90}. */
  public String text() {
    return whole
        ? "whole, %d bytes".formatted(bytes)
        : "cut at byte %d, used up to byte %d".formatted(bytes, lastWhole);
  }
}
