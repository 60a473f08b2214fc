package io.olivo.controller.record.mcap;

import io.airlift.compress.lz4.Lz4Compressor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * LZ4 frames: independent blocks of at most 4 MiB that aircompressor makes, without checksums of
 * their own, since the chunk has one. Makes no garbage. Source: "LZ4 Frame Format Description",
 * version 1.6.3.
 */
final class Lz4Codec implements ChunkCodec {
  static final int MAGIC = 0x184D2204;
  static final int RAW = 0x8000_0000; // in the size of a block: it is not compressed
  static final VarHandle U32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK = 1 << 22; // bytes
  private static final int FLAGS = 0b01_1_0_0_0_0_0; // version 1, independent blocks
  private static final int LARGEST = 7 << 4; // code of 4 MiB
  private static final int HEADER = 7; // bytes
  private static final int RATIO = 255; // of a block: no byte of it stands for more

  private final Lz4Compressor compressor = new Lz4Compressor();

  @Override
  public int bound(int length) {
    return Math.addExact(compressor.maxCompressedLength(length), HEADER + 8 + length / BLOCK * 32);
  }

  @Override
  public int compress(byte[] from, int length, byte[] to) {
    int at = header(to);
    for (int done = 0; done < length; done += BLOCK) {
      at = block(from, done, Math.min(BLOCK, length - done), to, at);
    }
    U32.set(to, at, 0); // end mark
    return at + Integer.BYTES;
  }

  private static int header(byte[] to) {
    U32.set(to, 0, MAGIC);
    to[4] = FLAGS;
    to[5] = LARGEST;
    to[6] = (byte) (XxHash32.of(to, 4, 2) >>> 8);
    return HEADER;
  }

  private int block(byte[] from, int offset, int length, byte[] to, int at) {
    int begin = at + Integer.BYTES;
    int size = compressor.compress(from, offset, length, to, begin, to.length - begin);
    if (size < length) {
      U32.set(to, at, size);
      return begin + size;
    }
    U32.set(to, at, length | RAW);
    System.arraycopy(from, offset, to, begin, length);
    return begin + length;
  }

  @Override
  public long most(int compressed) {
    return (long) RATIO * compressed;
  }

  @Override
  public void decompress(byte[] from, int offset, int length, byte[] to, int wanted) {
    Lz4Frames frames = new Lz4Frames(from, offset, length, to, wanted);
    frames.decompress();
  }
}
