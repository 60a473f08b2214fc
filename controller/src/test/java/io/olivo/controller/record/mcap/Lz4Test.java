package io.olivo.controller.record.mcap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** LZ4 frames, of ours and of others. */
class Lz4Test {
  private final Lz4Codec codec = new Lz4Codec();

  @Test
  void theChecksumIsThePublishedOne() {
    byte[] text = "Nobody inspects the spammish repetition".getBytes(US_ASCII);

    assertEquals(0x02CC5D05, XxHash32.of(new byte[0], 0, 0));
    assertEquals(0x550D7456, XxHash32.of("a".getBytes(US_ASCII), 0, 1));
    assertEquals(0x32D153FF, XxHash32.of("abc".getBytes(US_ASCII), 0, 3));
    assertEquals(0xE2293B2F, XxHash32.of(text, 0, text.length));
  }

  private byte[] through(byte[] bytes) {
    byte[] compressed = new byte[codec.bound(bytes.length)];
    int size = codec.compress(bytes, bytes.length, compressed);
    byte[] back = new byte[bytes.length];
    codec.decompress(compressed, 0, size, back, back.length);
    return back;
  }

  @Test
  void anythingComesBackAlsoMoreThanOneBlock() {
    Random random = new Random(1);
    for (int length : new int[] {0, 1, 12, 13, 100, 70_000, (1 << 22) + 5}) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      byte[] even = new byte[length];
      Arrays.fill(even, (byte) 7);

      assertArrayEquals(noise, through(noise));
      assertArrayEquals(even, through(even));
    }
  }

  private String decompressed(String hex, int wanted) {
    byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] to = new byte[wanted];
    codec.decompress(frame, 0, frame.length, to, wanted);
    return new String(to, US_ASCII);
  }

  /** What the lz4 program 1.9.4 makes, by default, with all checksums, and without any. */
  @Test
  void framesOfTheLz4ProgramAreRead() {
    String text = "robot robot robot robot robot arm";
    String block = "100000006f726f626f742006000350742061726d";
    String byDefault = "04224d186440a7" + block + "00000000a1f9dee0";
    String checked = "04224d187c402100000000000000a9" + block + "416a9c2b00000000a1f9dee0";
    String unchecked = "04224d18604082" + block + "00000000";

    assertEquals(text, decompressed(byDefault, text.length()));
    assertEquals(text, decompressed(checked, text.length()));
    assertEquals(text, decompressed(unchecked, text.length()));
    assertEquals(text + text, decompressed(byDefault + checked, 2 * text.length()));
  }

  @Test
  void anyBrokenChecksumIsFound() {
    String checked =
        "04224d187c402100000000000000a9100000006f726f626f742006000350742061726d416a9c2b"
            + "00000000a1f9dee0";
    for (int at : new int[] {6, 14, 25, 35, 43, 46}) { // size, its sum, data, sum, end mark, sum
      byte[] frame = HexFormat.of().parseHex(checked);
      frame[at] ^= 1;
      String hex = HexFormat.of().formatHex(frame);
      assertThrows(IllegalArgumentException.class, () -> decompressed(hex, 33), "byte " + at);
    }
  }

  /** lz4 -BD -B4 -BX of 200 000 bytes: four blocks, of which each leans on the one before. */
  @Test
  void blocksMayLeanOnTheOnesBefore() {
    String line = "the arm moves, the arm learns; \n";
    String hex =
        "04224d185440ae29010000f4007468652061726d206d6f7665732c200f00946c6561726e"
            + "733b200a11000f2000"
            + "ff".repeat(256)
            + "c0506e733b200a4b7c56670a0100000fe0"
            + "ff".repeat(257)
            + "e8506e733b200a691e3a0b29010000f4007468652061726d206d6f7665732c200f00946c"
            + "6561726e733b200a11000f2000"
            + "ff".repeat(256)
            + "c0506e733b200a4b7c5667170000000fe0"
            + "ff".repeat(14)
            + "35506e733b200a5859a9bd000000008a19d134";

    assertEquals(line.repeat(6250), decompressed(hex, 200_000));
  }
}
