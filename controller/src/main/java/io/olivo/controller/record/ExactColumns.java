package io.olivo.controller.record;

import io.olivo.controller.loop.Pacer.Beat;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a message of the exact channel, and the way between them and rows.
 *
 * <pre>
 * flags                 bits 0, 1: the beat (tick, lost, restarted); 2 seized, 3 sampled, 4 moved,
 *                       5 wrote; from 8 on the orders
 * now                   ns
 * dt                    s, the bits of a double
 * valid [64 sensors]    one bit per sensor, as many columns as needed
 * age [sensor]          now - stamp, ns
 * value [sensor]        the bits of a double
 * command [actuator]    the bits of a double
 * applied [actuator]    the bits of a double, xor those of the command
 * </pre>
 */
final class ExactColumns {
  private static final int BEAT = 3; // bits
  private static final int SEIZED = 4;
  private static final int SAMPLED = 8;
  private static final int MOVED = 16;
  private static final int WROTE = 32;
  private static final int ORDERS = 8; // shift

  private final int sensors;
  private final int actuators;
  private final Column flags;
  private final Column now;
  private final Column dt;
  private final Column[] valid;
  private final Column[] age;
  private final Column[] value;
  private final Column[] command;
  private final Column[] applied;
  private final List<Column> steady = new ArrayList<>();
  private final List<Column> measured = new ArrayList<>();

  ExactColumns(int sensors, int actuators, int most) {
    this.sensors = sensors;
    this.actuators = actuators;
    flags = new Column(most);
    now = new Column(most);
    dt = new Column(most);
    valid = columns((sensors + Long.SIZE - 1) / Long.SIZE, most);
    age = columns(sensors, most);
    value = columns(sensors, most);
    command = columns(actuators, most);
    applied = columns(actuators, most);
    steady.add(flags);
    steady.add(now);
    measured.add(dt);
    steady.addAll(List.of(valid));
    steady.addAll(List.of(age));
    measured.addAll(List.of(value));
    measured.addAll(List.of(command));
    measured.addAll(List.of(applied));
  }

  private static Column[] columns(int count, int most) {
    Column[] columns = new Column[count];
    for (int i = 0; i < count; i++) {
      columns[i] = new Column(most);
    }
    return columns;
  }

  /** Takes a row. */
  void set(int at, Row row) {
    flags.set(at, flags(row));
    now.set(at, row.nowNanos);
    dt.set(at, bits(row.dtSeconds));
    for (int i = 0; i < sensors; i++) {
      age[i].set(at, row.nowNanos - row.stampNanos[i]);
      value[i].set(at, bits(row.value[i]));
    }
    for (int word = 0; word < valid.length; word++) {
      valid[word].set(at, validBits(row, word));
    }
    for (int i = 0; i < actuators; i++) {
      command[i].set(at, bits(row.command[i]));
      applied[i].set(at, bits(row.applied[i]) ^ bits(row.command[i]));
    }
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }

  private static long flags(Row row) {
    long beat =
        switch (row.beat) {
          case TICK -> 0;
          case LOST -> 1;
          case RESTARTED -> 2;
          case END -> throw new IllegalArgumentException("the end is no row");
        };
    return beat
        | (row.seized ? SEIZED : 0)
        | (row.sampled ? SAMPLED : 0)
        | (row.moved ? MOVED : 0)
        | (row.wrote ? WROTE : 0)
        | ((long) row.orders << ORDERS);
  }

  private long validBits(Row row, int word) {
    long bits = 0;
    for (int i = word * Long.SIZE; i < Math.min(sensors, (word + 1) * Long.SIZE); i++) {
      bits |= row.valid[i] ? 1L << i : 0;
    }
    return bits;
  }

  /** Gives a row back. */
  void get(int at, Row row) {
    long bits = flags.get(at);
    row.beat =
        switch ((int) (bits & BEAT)) {
          case 0 -> Beat.TICK;
          case 1 -> Beat.LOST;
          case 2 -> Beat.RESTARTED;
          default -> throw new IllegalArgumentException("a row of the exact channel has no beat");
        };
    row.seized = (bits & SEIZED) != 0;
    row.sampled = (bits & SAMPLED) != 0;
    row.moved = (bits & MOVED) != 0;
    row.wrote = (bits & WROTE) != 0;
    row.orders = (int) (bits >>> ORDERS);
    row.nowNanos = now.get(at);
    row.dtSeconds = Double.longBitsToDouble(dt.get(at));
    for (int i = 0; i < sensors; i++) {
      row.stampNanos[i] = row.nowNanos - age[i].get(at);
      row.value[i] = Double.longBitsToDouble(value[i].get(at));
      row.valid[i] = (valid[i / Long.SIZE].get(at) >>> i & 1) != 0;
    }
    for (int i = 0; i < actuators; i++) {
      row.command[i] = Double.longBitsToDouble(command[i].get(at));
      row.applied[i] = Double.longBitsToDouble(applied[i].get(at) ^ command[i].get(at));
    }
  }

  void put(ByteSink out, int rows) {
    steady.forEach(column -> column.putSteady(out, rows));
    measured.forEach(column -> column.putMeasured(out, rows));
  }

  void read(ByteSource in, int rows) {
    steady.forEach(column -> column.read(in, rows));
    measured.forEach(column -> column.read(in, rows));
  }
}
