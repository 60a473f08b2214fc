package io.olivo.deploy.robot;

import io.olivo.controller.record.Limits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads where runs are recorded, and how much room recordings may take. */
final class RecordReader {
  private static final long LEAST = 10_000_000; // bytes

  private RecordReader() {}

  static @Nullable RecordSpec read(Fields record) {
    Field folder = record.field("folder");
    long most = bytes(record.field("limit"));
    long free = bytes(record.field("keep_free"));
    if (most < LEAST) {
      record.field("limit").refuse("must be at least 10 MB; 2 GB is a good start");
      return null;
    }
    try {
      return new RecordSpec(Path.of(folder.text()), new Limits(most, Math.max(0, free)));
    } catch (InvalidPathException odd) {
      folder.refuse(
          folder.quoted() + " can't be the name of a folder; write for example recordings");
      return null;
    }
  }

  private static long bytes(Field field) {
    try {
      return DataSize.parse(field.text());
    } catch (IllegalArgumentException e) {
      field.refuse(String.valueOf(e.getMessage()));
      return Long.MAX_VALUE; // refused once is enough
    }
  }
}
