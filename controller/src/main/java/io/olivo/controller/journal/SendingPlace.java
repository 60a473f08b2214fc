package io.olivo.controller.journal;

import java.util.ArrayDeque;

/**
 * Where the sending of a journal is. It goes back when a collector lacks something, unless that was
 * sent just now and is still on its way. Not for several threads.
 */
final class SendingPlace {
  private record Sent(long id, long atNanos) {}

  private static final int REMEMBERED = 1024; // enough for the time below at the pace of repeats

  private final long onItsWayNanos;
  private final ArrayDeque<Sent> recent = new ArrayDeque<>();
  private long last; // id that was sent last
  private long furthest; // id up to which all was sent once

  /**
   * @param last id up to which nothing is to be sent unless somebody asks
   * @param onItsWayNanos how long a message may need to its collector [ns]
   */
  SendingPlace(long last, long onItsWayNanos) {
    this.last = last;
    this.furthest = last;
    this.onItsWayNanos = onItsWayNanos;
  }

  /** Id after which the sending goes on. */
  long last() {
    return last;
  }

  /** Whether a message was sent before. */
  boolean isRepeat(long id) {
    return id <= furthest;
  }

  /** A message was sent. */
  void sent(long id, long nowNanos) {
    last = id;
    furthest = Math.max(furthest, id);
    recent.addLast(new Sent(id, nowNanos));
    if (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  /**
   * A collector lacks a message.
   *
   * @param id of the first that it lacks
   * @param after id of the one before that
   */
  void lacks(long id, long after, long nowNanos) {
    while (!recent.isEmpty() && nowNanos - recent.getFirst().atNanos > onItsWayNanos) {
      recent.removeFirst();
    }
    boolean onItsWay = recent.stream().anyMatch(sent -> sent.id == id);
    if (id <= last && !onItsWay) {
      last = after;
    }
  }
}
