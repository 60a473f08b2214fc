package io.olivo.controller.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that writes a journal until it is killed, and says the id of what it has synced. */
final class JournalWriter {
  private JournalWriter() {}

  public static void main(String[] args) throws IOException {
    long limit = 1L << 18;
    Journal journal = Journal.on(JournalFiles.open(Path.of(args[0]), limit), limit, 1);
    while (true) {
      long id = journal.append((own, after) -> ("event " + own).getBytes(StandardCharsets.UTF_8));
      journal.sync();
      System.out.println(id);
    }
  }
}
