package io.olivo.learning.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Where the head ends, before its checksum. */
  private static int endOfHead(byte[] bytes) {
    return 10 + ByteBuffer.wrap(bytes).getInt(6);
  }

  /** With checksums that match, for bytes of one section. */
  private static byte[] withChecksums(byte[] bytes) {
    int head = endOfHead(bytes);
    int body = head + 4;
    ByteBuffer.wrap(bytes).putInt(head - 4, crc(bytes, body, bytes.length - body));
    ByteBuffer.wrap(bytes).putInt(head, crc(bytes, 0, head));
    return bytes;
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /** With facts, units and one section. */
  private static byte[] labelled() {
    StateWriter out = new StateWriter("cerebellum");
    out.put("weights.products", new double[][] {{1, 2}, {3, 4}});
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("robot", "arm2");
    facts.put("parent", "");
    return out.bytes(facts, name -> name.endsWith("0") ? "N*m" : "1");
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
  void nonsenseBehindGoodChecksumsIsRefusedWithoutBreaking(
      @ForAll @IntRange(max = 10_000) int where, @ForAll byte value) {
    byte[] bytes = labelled();
    int body = endOfHead(bytes) + 4;
    bytes[body + where % (bytes.length - body)] = value;
    withChecksums(bytes);
    try {
      new StateReader(bytes); // some bytes are values, any is as good as another
    } catch (IllegalArgumentException refused) {
      String message = refused.getMessage();
      assertTrue(message.contains("section weights") || message.contains("twice"), message);
    }
  }

  @Property
  void nonsenseInTheHeadIsRefusedWithoutBreaking(
      @ForAll @IntRange(max = 10_000) int where, @ForAll byte value) {
    byte[] bytes = labelled();
    int head = endOfHead(bytes);
    bytes[10 + where % (head - 10)] = value;
    ByteBuffer.wrap(bytes).putInt(head, crc(bytes, 0, head));
    try {
      new StateReader(bytes); // a name or a fact, any is as good as another
    } catch (IllegalArgumentException refused) {
      assertTrue(refused.getMessage().contains("the saved state"), refused.getMessage());
    }
  }

  @Test
  void damageIsToldBySection() {
    StateWriter out = new StateWriter("k");
    out.put("weights", 1.0);
    out.put("bank.count", 2.0);
    byte[] bytes = out.bytes();
    bytes[bytes.length - 1]++;
    assertTrue(refusal(bytes).contains("section bank"), refusal(bytes));
    bytes[8]++;
    assertTrue(refusal(bytes).contains("head"), refusal(bytes));
    String cut = refusal(Arrays.copyOf(out.bytes(), bytes.length - 3));
    assertTrue(cut.contains("cut short in section bank"), cut);
  }

  @Test
  void factsAndUnitsComeBackInTheirOrder() {
    StateReader in = new StateReader(labelled());
    assertEquals(List.of("robot", "parent"), List.copyOf(in.facts().keySet()));
    assertEquals("arm2", in.facts().get("robot"));
    assertEquals("N*m", in.unit("weights.products.0"));
    assertEquals("1", in.unit("weights.products.1"));
  }

  private static final String SECOND_VERSION =
      "4f4c49564f0200000038000a6365726562656c6c756d00020005726f626f74000461726d32000670"
          + "6172656e74000000010007776569676874730000005cfbb0181da611dce700000002001277656967"
          + "6874732e70726f64756374732e3000034e2a6d000000023ff0000000000000400000000000000000"
          + "12776569676874732e70726f64756374732e31000131000000024008000000000000401000000000"
          + "0000";

  @Test
  void theLayoutOfVersionTwoStays() {
    assertEquals(SECOND_VERSION, HexFormat.of().formatHex(labelled()));
  }

  /** Written by the software of version 1. */
  private static final String FIRST_VERSION =
      "4f4c49564f01000a6365726562656c6c756d000000050012776569676874732e70726f64756374732e30"
          + "000000023ff000000000000040000000000000000012776569676874732e70726f64756374732e31"
          + "0000000240080000000000007ff800000000000000047469636b00000001800000000000000500"
          + "0a62616e6b2e757375616c000000018000000000000000000c62616e6b2e6e6f7468696e6700000000"
          + "a9448537";

  @Test
  void aStateOfVersionOneStillOpens() {
    StateReader in = new StateReader(HexFormat.of().parseHex(FIRST_VERSION));
    assertEquals("cerebellum", in.kind());
    assertEquals(1, in.version());
    assertEquals(Map.of(), in.facts());
    assertEquals("1", in.unit("tick"));
    assertArrayEquals(new double[] {3, Double.NaN}, in.values("weights.products.1"));
    assertEquals(Long.MIN_VALUE + 5, in.getLong("tick"));
    assertEquals(-0.0, in.getDouble("bank.usual"));
    assertEquals(0, in.values("bank.nothing").length);
  }

  @Property
  void aDamagedStateOfVersionOneIsRefused(
      @ForAll @IntRange(max = 10_000) int where, @ForAll @ByteRange(min = 1, max = 127) byte flip) {
    byte[] bytes = HexFormat.of().parseHex(FIRST_VERSION);
    bytes[where % bytes.length] ^= flip;
    refusal(bytes);
  }

  @Test
  void otherVersionIsRefusedAndBothAreNamed() {
    byte[] bytes = sample();
    bytes[5] = 3;
    String message = refusal(bytes);
    assertTrue(message.contains("version 3") && message.contains("version 2"), message);
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
    ByteBuffer.wrap(bytes).putInt(bytes.length - 8 - 4, Integer.MAX_VALUE);
    assertTrue(refusal(withChecksums(bytes)).contains("damaged in section n"));
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
