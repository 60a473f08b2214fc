package io.olivo.deploy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What a {@link JitterLoad} found.
 *
 * @param lateness of each wake [ns]
 * @param skipped ticks that were left out
 * @param bytesPerTick memory asked for by the loop's thread
 * @param garbage made by the other thread [MB/s]
 * @param collections of garbage
 * @param collecting time of all of them [ms]
 */
record JitterFound(
    Histogram lateness,
    long skipped,
    double bytesPerTick,
    double garbage,
    long collections,
    long collecting) {
  /** As it says it to the process that started it. */
  String line() {
    ByteBuffer packed = ByteBuffer.allocate(lateness.getNeededByteBufferCapacity());
    int length = lateness.encodeIntoCompressedByteBuffer(packed);
    String wakes = Base64.getEncoder().encodeToString(Arrays.copyOf(packed.array(), length));
    return String.format(
        Locale.ROOT,
        "%d %.3f %.3f %d %d %s",
        skipped,
        bytesPerTick,
        garbage,
        collections,
        collecting,
        wakes);
  }

  /** Reads that again. */
  static JitterFound read(String line) throws IOException {
    String[] words = line.split(" ", -1);
    try {
      ByteBuffer packed = ByteBuffer.wrap(Base64.getDecoder().decode(words[5]));
      return new JitterFound(
          Histogram.decodeFromCompressedByteBuffer(packed, 0),
          Long.parseLong(words[0]),
          Double.parseDouble(words[1]),
          Double.parseDouble(words[2]),
          Long.parseLong(words[3]),
          Long.parseLong(words[4]));
    } catch (DataFormatException | RuntimeException e) {
      throw new IOException("a loop of the bench said \"%s\"".formatted(line), e);
    }
  }

  /** Both halves of a run. */
  JitterFound and(JitterFound other) {
    Histogram both = lateness.copy();
    both.add(other.lateness);
    return new JitterFound(
        both,
        skipped + other.skipped,
        (bytesPerTick + other.bytesPerTick) / 2,
        (garbage + other.garbage) / 2,
        collections + other.collections,
        collecting + other.collecting);
  }
}
