package io.olivo.controller.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.Pacer.Beat;
import io.olivo.controller.telemetry.Tick;
import io.olivo.sensors.SampleFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExactMessageTest {
  private static final int SENSORS = 70; // more than the bits of a word
  private static final int ACTUATORS = 2;
  private static final List<Beat> BEATS = List.of(Beat.TICK, Beat.LOST, Beat.RESTARTED);

  private final Random random = new Random(8);

  private static Row row() {
    return new Row(SENSORS, ACTUATORS, new Tick(0, 0, 0, 0));
  }

  /** Of any bits: not all are numbers, and not all numbers are finite. */
  private Row anything(long number) {
    Row row = row();
    row.begin(number);
    row.beat = BEATS.get(random.nextInt(BEATS.size()));
    row.nowNanos = random.nextLong();
    row.dtSeconds = anyDouble();
    row.orders = random.nextInt(32);
    row.seized = random.nextBoolean();
    row.sampled = random.nextBoolean();
    row.moved = random.nextBoolean();
    row.wrote = random.nextBoolean();
    Arrays.setAll(row.value, i -> anyDouble());
    Arrays.setAll(
        row.stampNanos, i -> random.nextInt(9) == 0 ? SampleFrame.NEVER : random.nextLong());
    for (int i = 0; i < SENSORS; i++) {
      row.valid[i] = random.nextBoolean();
    }
    Arrays.setAll(row.command, i -> anyDouble());
    Arrays.setAll(row.applied, i -> random.nextBoolean() ? row.command[i] : anyDouble());
    return row;
  }

  private double anyDouble() {
    return switch (random.nextInt(6)) {
      case 0 -> Double.NaN;
      case 1 -> -0.0;
      case 2 -> Double.NEGATIVE_INFINITY;
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private static ExactMessage sent(List<Row> rows, List<Mark> marks) {
    ExactMessage message = new ExactMessage(SENSORS, ACTUATORS);
    message.begin(rows.getFirst().number);
    rows.forEach(message::add);
    marks.forEach(message::add);
    return ExactMessage.read(bytes(message));
  }

  private static byte[] bytes(ExactMessage message) {
    ByteSink sink = message.encoded();
    return Arrays.copyOf(sink.bytes(), sink.size());
  }

  private static void assertSame(Row expected, Row actual) {
    assertEquals(expected.number, actual.number);
    assertEquals(expected.beat, actual.beat);
    assertEquals(expected.nowNanos, actual.nowNanos);
    assertEquals(expected.orders, actual.orders);
    assertEquals(
        List.of(expected.seized, expected.sampled, expected.moved, expected.wrote),
        List.of(actual.seized, actual.sampled, actual.moved, actual.wrote));
    assertArrayEquals(expected.stampNanos, actual.stampNanos);
    assertArrayEquals(expected.valid, actual.valid);
    assertArrayEquals(bits(expected.value), bits(actual.value));
    assertArrayEquals(bits(expected.command), bits(actual.command));
    assertArrayEquals(bits(expected.applied), bits(actual.applied));
    assertArrayEquals(
        bits(new double[] {expected.dtSeconds}), bits(new double[] {actual.dtSeconds}));
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void everyBitComesBackWhateverItIs() {
    for (int count : new int[] {1, 2, 17, ExactMessage.MOST}) {
      List<Row> rows = LongStream.range(5, 5 + count).mapToObj(this::anything).toList();
      ExactMessage read = sent(rows, List.of());
      assertEquals(count, read.rows());
      Row back = row();
      for (int i = 0; i < count; i++) {
        read.get(i, back);
        assertSame(rows.get(i), back);
      }
    }
  }

  @Test
  void marksComeBackInOrder() {
    List<Mark> marks =
        List.of(
            new Mark(7, Mark.Kind.ADJUSTED, "{\"command\":\"gain\"}"),
            new Mark(7, Mark.Kind.LEARNED, "00ff"),
            new Mark(8, Mark.Kind.END, "Ende gut, alles gut \u2713"));
    assertEquals(marks, sent(List.of(anything(7)), marks).marks());
  }

  @Test
  void clocksAndQuietChannelsTakeHardlyAnyBytesAndNoisyOnesEight() {
    ExactMessage message = new ExactMessage(SENSORS, ACTUATORS);
    message.begin(0);
    Row row = row();
    for (int i = 0; i < ExactMessage.MOST; i++) {
      row.begin(i);
      row.nowNanos = 2_000_000L * i;
      row.dtSeconds = .002;
      Arrays.fill(row.stampNanos, row.nowNanos - 1_000_000);
      row.value[0] = random.nextDouble();
      message.add(row);
    }
    int size = message.encoded().size();
    int noisy = 8 * ExactMessage.MOST;
    assertTrue(size > noisy, "it is all there: " + size);
    assertTrue(size < noisy + 3000, "the other 146 columns: " + (size - noisy) + " bytes");
  }

  @Test
  void bytesThatAreNoMessageAreRefused() {
    byte[] bytes = bytes(sent(List.of(anything(3), anything(4)), List.of()));
    for (int length = 0; length < bytes.length; length += 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(IllegalArgumentException.class, () -> ExactMessage.read(cut));
    }
    byte[] other = bytes.clone();
    other[0] = 9;
    String said =
        assertThrows(IllegalArgumentException.class, () -> ExactMessage.read(other)).getMessage();
    assertTrue(said.contains("version 9"), said);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThrows(IllegalArgumentException.class, () -> ExactMessage.read(longer));
  }
}
