package io.olivo.controller.record;

import java.io.IOException;
import java.nio.file.Path;

/** Where the files of a recording go, and how much room there is. */
public interface Place {
  /**
   * The next file; makes room for it.
   *
   * @param part from 1
   */
  Path next(int part) throws IOException;

  /** A file of this size is large enough, and the next one begins [bytes]. */
  long partBytes();

  /**
   * Why no more may be written; "" when it may.
   *
   * @param writtenBytes of the file in progress
   */
  String full(long writtenBytes) throws IOException;
}
