package io.olivo.controller.journal;

import java.util.ArrayDeque;

/**
 * Where the sending of a journal is. It goes back when a collector lacks something, unless that was
 * sent just now and is still on its way. It goes back a few times only before it has come to the
 * newest: else a collector that never learns would keep new events from all others. Not for several
 * threads.
 */
final class SendingPlace {
  private record Sent(long id, long atNanos) {}

  private static final int REMEMBERED = 1024; // enough for the time below at the pace of repeats

  private static final int MOST_BACK = 8; // times, on the way to the newest

  private final long onItsWayNanos;
  private final ArrayDeque<Sent> recent = new ArrayDeque<>();
  private long last; // id that was sent last
  private long furthest; // id up to which all was sent once
  private int back; // how often it went back since it was there

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
    back = id == furthest ? 0 : back;
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
    if (id <= last && !onItsWay && back < MOST_BACK) {
      last = after;
      back++;
    }
  }
}
