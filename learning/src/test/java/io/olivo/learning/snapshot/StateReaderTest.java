package io.olivo.learning.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StateReaderTest {
  private static byte[] sample() {
    StateWriter out = new StateWriter("cerebellum");
    out.put("weights", new double[][] {{1, 2}, {3, Double.NaN}});
    out.put("tick", Long.MIN_VALUE + 5);
    out.put("usual", -0.0);
    out.put("nothing", new double[0]);
    return out.bytes();
  }

  /** Refused with a message; anything but an IllegalArgumentException is a fault. */
  private static String refusal(byte[] bytes) {
    return assertThrows(IllegalArgumentException.class, () -> new StateReader(bytes)).getMessage();
  }

  private static byte[] withChecksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
    return bytes;
  }

  @Test
  void everyBitComesBack() {
    StateReader in = new StateReader(sample());
    assertEquals("cerebellum", in.kind());
    double[][] weights = new double[2][2];
    in.get("weights", weights);
    assertArrayEquals(new double[][] {{1, 2}, {3, Double.NaN}}, weights);
    assertEquals(Long.MIN_VALUE + 5, in.getLong("tick"));
    assertEquals(-0.0, in.getDouble("usual"));
    in.get("nothing", new double[0]);
  }

  @Property
  void anyDoublesAndAnyLongComeBackBitForBit(
      @ForAll @Size(max = 20) double[] values, @ForAll long n) {
    StateWriter out = new StateWriter("any");
    out.put("values", values);
    out.put("n", n);
    StateReader in = new StateReader(out.bytes());
    double[] back = new double[values.length];
    in.get("values", back);
    assertArrayEquals(values, back);
    assertEquals(n, in.getLong("n"));
  }

  @Property
  void aDamagedByteAnywhereIsRefused(
      @ForAll @IntRange(max = 10_000) int where, @ForAll @ByteRange(min = 1, max = 127) byte flip) {
    byte[] bytes = sample();
    bytes[where % bytes.length] ^= flip;
    refusal(bytes);
  }

  @Test
  void everyLengthButTheWholeIsRefused() {
    byte[] whole = sample();
    for (int length = 0; length < whole.length; length++) {
      refusal(Arrays.copyOf(whole, length));
    }
  }

  @Property
  void nonsenseBehindAGoodChecksumIsRefusedWithoutBreaking(
      @ForAll @IntRange(min = 6, max = 10_000) int where, @ForAll byte value) {
    byte[] bytes = sample();
    bytes[6 + where % (bytes.length - 10)] = value;
    withChecksum(bytes);
    try {
      new StateReader(bytes); // some bytes are values, any is as good as another
    } catch (IllegalArgumentException refused) {
      assertTrue(refused.getMessage().contains("cut short"), refused.getMessage());
    }
  }

  @Test
  void otherVersionIsRefusedAndBothAreNamed() {
    byte[] bytes = sample();
    bytes[5] = 2;
    String message = refusal(withChecksum(bytes));
    assertTrue(message.contains("version 2") && message.contains("version 1"), message);
  }

  @Test
  void foreignFileIsCalledForeign() {
    assertTrue(refusal(new byte[100]).contains("not a saved state"));
  }

  @Test
  void countLargerThanTheFileIsRefusedBeforeMemoryIsAskedFor() {
    StateWriter out = new StateWriter("k");
    out.put("n", new double[] {1});
    byte[] bytes = out.bytes();
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4 - 8 - 4, Integer.MAX_VALUE);
    assertTrue(refusal(withChecksum(bytes)).contains("cut short"));
  }

  @Test
  void otherShapeIsRefusedAndBothSizesAreNamed() {
    StateReader in = new StateReader(sample());
    String message =
        assertThrows(IllegalArgumentException.class, () -> in.get("weights", new double[2][3]))
            .getMessage();
    assertTrue(message.contains("2 values") && message.contains("needs 3"), message);
  }

  @Test
  void missingEntryIsNamed() {
    StateReader in = new StateReader(sample());
    String message =
        assertThrows(IllegalArgumentException.class, () -> in.getDouble("bank")).getMessage();
    assertTrue(message.contains("bank") && message.contains("cerebellum"), message);
  }

  @Test
  void nameCannotBeSavedTwice() {
    StateWriter out = new StateWriter("k");
    out.put("n", 1.0);
    assertThrows(IllegalArgumentException.class, () -> out.put("n", 2.0));
  }

  @Test
  void laterChangesOfAnArrayDoNotReachWhatWasSaved() {
    StateWriter out = new StateWriter("k");
    double[] values = {1};
    out.put("n", values);
    values[0] = 2;
    assertEquals(1, new StateReader(out.bytes()).getDouble("n"));
  }

  @Test
  void equalContentEqualDigestAndOneBitMakesAnother() {
    StateWriter one = new StateWriter("k");
    StateWriter same = new StateWriter("k");
    StateWriter other = new StateWriter("k");
    one.put("n", 1.0);
    same.put("n", 1.0);
    other.put("n", Math.nextUp(1.0));
    assertEquals(one.digest(), same.digest());
    assertTrue(!one.digest().equals(other.digest()));
  }
}
