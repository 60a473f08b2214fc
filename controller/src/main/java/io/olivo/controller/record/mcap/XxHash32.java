package io.olivo.controller.record.mcap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum of LZ4 frames, seed 0. Source: "xxHash fast digest algorithm", version 0.1.1. */
final class XxHash32 {
  private static final int P1 = 0x9E3779B1;
  private static final int P2 = 0x85EBCA77;
  private static final int P3 = 0xC2B2AE3D;
  private static final int P4 = 0x27D4EB2F;
  private static final int P5 = 0x165667B1;
  private static final int STRIPE = 16; // bytes
  private static final VarHandle U32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private XxHash32() {}

  static int of(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = offset + length / STRIPE * STRIPE;
    int hash = (length < STRIPE ? P5 : stripes(bytes, offset, at)) + length;
    for (; at + Integer.BYTES <= end; at += Integer.BYTES) {
      hash = Integer.rotateLeft(hash + word(bytes, at) * P3, 17) * P4;
    }
    for (; at < end; at++) {
      hash = Integer.rotateLeft(hash + (bytes[at] & 0xFF) * P5, 11) * P1;
    }
    return avalanche(hash);
  }

  private static int stripes(byte[] bytes, int from, int end) {
    int a = 0x24234428; // P1 + P2
    int b = P2;
    int c = 0;
    int d = -P1;
    for (int at = from; at < end; at += STRIPE) {
      a = round(a, word(bytes, at));
      b = round(b, word(bytes, at + 4));
      c = round(c, word(bytes, at + 8));
      d = round(d, word(bytes, at + 12));
    }
    return Integer.rotateLeft(a, 1)
        + Integer.rotateLeft(b, 7)
        + Integer.rotateLeft(c, 12)
        + Integer.rotateLeft(d, 18);
  }

  private static int round(int lane, int word) {
    return Integer.rotateLeft(lane + word * P2, 13) * P1;
  }

  private static int avalanche(int hash) {
    int mixed = (hash ^ (hash >>> 15)) * P2;
    mixed = (mixed ^ (mixed >>> 13)) * P3;
    return mixed ^ (mixed >>> 16);
  }

  private static int word(byte[] bytes, int at) {
    return (int) U32.get(bytes, at);
  }
}
