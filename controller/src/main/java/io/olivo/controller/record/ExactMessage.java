package io.olivo.controller.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that follow each other without a gap, and the marks of their beats, as one message of the
 * exact channel. Little endian.
 *
 * <pre>
 * version     1 byte, 1
 * first       8 bytes, number of the first row
 * rows        4 bytes, 0 to {@value #MOST}
 * sensors     4 bytes
 * actuators   4 bytes
 * columns     see {@link ExactColumns}; none when there is no row
 * marks       4 bytes, then each: 8 bytes number of its row, 1 byte kind, 4 bytes length, UTF-8
 * </pre>
 */
public final class ExactMessage {
  /** The most rows of a message. */
  public static final int MOST = 512;

  private static final int VERSION = 1;
  private static final int MOST_PARTS = 4096; // sensors, actuators

  private final ByteSink out = new ByteSink();
  private final List<Mark> marks = new ArrayList<>();
  private final int sensors;
  private final int actuators;
  private final ExactColumns columns;
  private long first;
  private int rows;

  /** Empty, for rows of this many raw sensors and actuators. */
  public ExactMessage(int sensors, int actuators) {
    this.sensors = sensors;
    this.actuators = actuators;
    columns = new ExactColumns(sensors, actuators, MOST);
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException when it is none, or of another version
   */
  public static ExactMessage read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "the exact channel is of version %d, this software reads %d; update it"
              .formatted(version, VERSION));
    }
    long first = in.get8();
    int rows = in.get4();
    int sensors = in.get4();
    int actuators = in.get4();
    if (rows < 0 || rows > MOST || !isCount(sensors) || !isCount(actuators)) {
      throw new IllegalArgumentException("the exact channel has an impossible size");
    }
    ExactMessage message = new ExactMessage(sensors, actuators);
    message.begin(first);
    message.rows = rows;
    message.readRest(in);
    return message;
  }

  private static boolean isCount(int parts) {
    return parts >= 0 && parts <= MOST_PARTS;
  }

  private void readRest(ByteSource in) {
    if (rows > 0) {
      columns.read(in, rows);
    }
    int count = in.count(in.get4());
    for (int i = 0; i < count; i++) {
      marks.add(new Mark(in.get8(), Mark.Kind.of(in.get()), in.getText()));
    }
    if (!in.atEnd()) {
      throw new IllegalArgumentException("a message of the exact channel goes on behind its end");
    }
  }

  /** Empties it; the next row has this number. */
  void begin(long firstRow) {
    first = firstRow;
    rows = 0;
    marks.clear();
  }

  void add(Row row) {
    columns.set(rows, row);
    rows++;
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  boolean isFull() {
    return rows == MOST;
  }

  boolean isEmpty() {
    return rows == 0 && marks.isEmpty();
  }

  /** The message; valid until the next one. */
  ByteSink encoded() {
    out.clear();
    out.put(VERSION);
    out.put8(first);
    out.put4(rows);
    out.put4(sensors);
    out.put4(actuators);
    if (rows > 0) {
      columns.put(out, rows);
    }
    out.put4(marks.size());
    for (Mark mark : marks) {
      out.put8(mark.row());
      out.put(mark.kind().code);
      out.putText(mark.text());
    }
    return out;
  }

  /** Number of the first row. */
  public long first() {
    return first;
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** Raw sensors of a row. */
  public int sensors() {
    return sensors;
  }

  /** Actuators of a row. */
  public int actuators() {
    return actuators;
  }

  /** Fills a row of this shape with the one at an index from 0. */
  public void get(int index, Row row) {
    row.begin(first + index);
    columns.get(index, row);
  }

  /** What else belongs to these rows, in order. */
  public List<Mark> marks() {
    return List.copyOf(marks);
  }
}
