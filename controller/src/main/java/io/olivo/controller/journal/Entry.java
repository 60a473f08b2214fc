package io.olivo.controller.journal;

/**
 * One message in a journal.
 *
 * @param id grows
 * @param after id of the one before
 * @param payload as it is sent; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one message; nobody compares them
record Entry(long id, long after, byte[] payload) {
  static final int OVERHEAD = 24; // bytes on disk beside the payload

  Entry {
    if (after < 0 || id <= after) {
      throw new IllegalArgumentException("ids must grow, got " + id + " after " + after);
    }
  }

  int size() {
    return payload.length + OVERHEAD;
  }
}
