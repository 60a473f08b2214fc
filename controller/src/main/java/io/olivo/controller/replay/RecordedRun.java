package io.olivo.controller.replay;

import io.olivo.controller.record.ExactMessage;
import io.olivo.controller.record.Head;
import io.olivo.controller.record.Mark;
import io.olivo.controller.record.RecordingFile;
import io.olivo.controller.record.Row;
import io.olivo.controller.record.mcap.Attachment;
import io.olivo.controller.record.mcap.McapException;
import io.olivo.controller.record.mcap.McapReader;
import io.olivo.controller.record.mcap.McapRecord;
import io.olivo.controller.record.mcap.Message;
import io.olivo.controller.record.mcap.Metadata;
import io.olivo.controller.telemetry.Tick;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded run row by row, from one file or from all its parts, whole or cut. It ends where
 * a row is missing: what comes behind can't be replayed.
 */
public final class RecordedRun implements AutoCloseable {
  private final Queue<Path> files;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, byte[]> attached = new LinkedHashMap<>();
  private long bytesBefore; // of files that were read
  private final long allBytes;
  private FileChannel channel;
  private McapReader reader;
  private @Nullable ExactMessage message;
  private @Nullable Row row;
  private int index; // of the next row in the message
  private long next; // number of the next row
  private List<Mark> marks = List.of(); // of the message
  private String ending = "";

  /**
   * Opens a run and reads its head.
   *
   * @param parts its files, in order
   * @throws IllegalArgumentException when the first is no recording of Olivo
   */
  public RecordedRun(List<Path> parts) throws IOException {
    files = new ArrayDeque<>(parts);
    long all = 0;
    for (Path part : parts) {
      all += part.toFile().length();
    }
    allBytes = all;
    Path first = files.remove();
    channel = FileChannel.open(first);
    reader = new McapReader(channel);
    readMessage(true);
    if (facts.isEmpty()) {
      close();
      throw new IllegalArgumentException(
          first + ": is no recording of Olivo" + (ending.isEmpty() ? "" : ": " + ending));
    }
    next = message == null ? 0 : message.first();
  }

  /** What is known about the run, by key. */
  public Map<String, String> facts() {
    return facts;
  }

  /** The files that it brings, by name. */
  public Map<String, byte[]> files() {
    return attached;
  }

  /** A file that it must bring. */
  public byte[] file(String name) {
    byte[] bytes = attached.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("the recording was cut before its " + name);
    }
    return bytes;
  }

  /** How much of the files was read, 0 to 1. */
  public double share() {
    try {
      long here = channel.isOpen() ? channel.position() : 0;
      return allBytes == 0 ? 1 : (double) (bytesBefore + here) / allBytes;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Why there is no further row; "" while there may be. */
  public String ending() {
    return ending;
  }

  /** Whether the recording tells of the run to its end. */
  public boolean isWhole() {
    return ending.equals(Mark.RUN_OVER);
  }

  /** The next row, valid until the one after; null at the end. */
  public @Nullable Row next() throws IOException {
    while (ending.isEmpty() && (message == null || index >= message.rows())) {
      readMessage(false);
    }
    ExactMessage from = message;
    if (!ending.isEmpty() || from == null) {
      return null;
    }
    Row filled = row(from);
    from.get(index, filled);
    index++;
    if (filled.number != next) {
      ending = "the recorder was behind for beats %d to %d".formatted(next, filled.number - 1);
      return null;
    }
    next++;
    return filled;
  }

  private Row row(ExactMessage shape) {
    Row known = row;
    if (known == null) {
      known = new Row(shape.sensors(), shape.actuators(), new Tick(0, 0, 0, 0));
      row = known;
    } else if (known.value.length != shape.sensors()) {
      throw new IllegalArgumentException("the parts of the recording are of different robots");
    }
    return known;
  }

  /** The text of a mark of a row of this message; null when there is none of this kind. */
  public @Nullable String mark(long number, Mark.Kind kind) {
    for (Mark mark : marks) {
      if (mark.row() == number && mark.kind() == kind) {
        return mark.text();
      }
    }
    return null;
  }

  /** The texts of all marks of a kind of a row of this message. */
  public List<String> marks(long number, Mark.Kind kind) {
    List<String> texts = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.row() == number && mark.kind() == kind) {
        texts.add(mark.text());
      }
    }
    return texts;
  }

  /** Reads on to the next exact message, over the head if that is wanted. */
  private void readMessage(boolean head) throws IOException {
    if (message != null && endedBy(message)) {
      return;
    }
    try {
      McapRecord record = reader.next();
      while (record != null && !isExact(record)) {
        take(record, head);
        record = reader.next();
      }
      if (record instanceof Message one) {
        begin(ExactMessage.read(one.data()));
      } else {
        ending = "the file was " + reader.ending().text();
      }
    } catch (McapException | IllegalArgumentException e) {
      ending = "the file is damaged: " + e.getMessage();
    }
  }

  /** Whether a mark of this message says that no row follows, here or at all. */
  private boolean endedBy(ExactMessage last) throws IOException {
    String why = mark(last.first() + last.rows(), Mark.Kind.END);
    if (why == null) {
      return false;
    }
    Path following = files.poll();
    if (following == null || why.equals(Mark.RUN_OVER)) {
      ending = why;
      return true;
    }
    bytesBefore += channel.size();
    reader.close();
    channel = FileChannel.open(following);
    reader = new McapReader(channel);
    message = null;
    marks = List.of();
    return false;
  }

  private void begin(ExactMessage read) {
    message = read;
    marks = read.marks();
    index = 0;
  }

  private boolean isExact(McapRecord record) {
    return record instanceof Message one
        && reader.channel(one.channelId()).topic().equals(RecordingFile.EXACT);
  }

  /** Facts stand in the head alone; a file may come when it is first needed. */
  private void take(McapRecord record, boolean head) {
    switch (record) {
      case Metadata(String name, Map<String, String> all) when head && name.equals(Head.METADATA) ->
          facts.putAll(all);
      case Attachment file -> attached.put(file.name(), file.data());
      default -> {}
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
