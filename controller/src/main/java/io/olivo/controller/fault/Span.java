package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/**
 * A stretch of robot time.
 *
 * @param beginNanos its first instant
 * @param endNanos the first instant after it
 */
@HotPath
record Span(long beginNanos, long endNanos) {
  boolean holds(long nowNanos) {
    return nowNanos >= beginNanos && nowNanos < endNanos;
  }
}
