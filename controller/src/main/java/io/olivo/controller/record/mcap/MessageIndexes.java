package io.olivo.controller.record.mcap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When and where the messages of one chunk are, by channel, in arrays that grow and are used again.
 * Source: MCAP specification, "Message Index (op=0x07)".
 */
final class MessageIndexes {
  private static final int PAIR = 2; // log time [ns], offset in the chunk [bytes]

  private long[][] pairs = new long[8][]; // [channel][PAIR * message]
  private int[] used = new int[8]; // [channel] of its array
  private int[] channels = new int[8]; // in the order of their first message
  private int count; // of them

  void add(int channel, long logTime, int offset) {
    makeRoom(channel);
    int at = used[channel];
    if (at == 0) {
      channels[count++] = channel;
    }
    if (at == pairs[channel].length) {
      pairs[channel] = Arrays.copyOf(pairs[channel], 2 * at);
    }
    pairs[channel][at] = logTime;
    pairs[channel][at + 1] = offset;
    used[channel] = at + PAIR;
  }

  private void makeRoom(int channel) {
    if (channel >= pairs.length) {
      int larger = Math.max(channel + 1, 2 * pairs.length);
      pairs = Arrays.copyOf(pairs, larger);
      used = Arrays.copyOf(used, larger);
      channels = Arrays.copyOf(channels, larger);
    }
    if (pairs[channel] == null) {
      pairs[channel] = new long[16 * PAIR];
    }
  }

  /** The records, and where each begins when the first begins at {@code position}. */
  Map<Integer, Long> write(RecordBuffer out, long position) {
    Map<Integer, Long> offsets = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      offsets.put(channels[i], position + out.length());
      write(out, channels[i]);
    }
    return offsets;
  }

  private void write(RecordBuffer out, int channel) {
    int begun = out.begin(Opcode.MESSAGE_INDEX);
    out.u16(channel);
    int array = out.beginMap();
    for (int i = 0; i < used[channel]; i++) {
      out.u64(pairs[channel][i]);
    }
    out.endMap(array);
    out.end(begun);
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      used[channels[i]] = 0;
    }
    count = 0;
  }
}
