package io.olivo.deploy.push;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Brings files to a board until every byte is as it should be there. */
final class Upload {
  private static final String RELEASES = "/opt/olivo/releases/";
  private static final int TIMES = 3;

  private final Board board;
  private final Witness witness;

  Upload(Board board, Witness witness) {
    this.board = board;
    this.witness = witness;
  }

  /**
   * Sends what is missing, and what turns out to be damaged there.
   *
   * @throws PushException when it is damaged again and again
   */
  void bring(Baggage baggage, List<PushedFile> missing)
      throws NoConnectionException, PushException, InterruptedException {
    List<PushedFile> all = all(baggage);
    List<PushedFile> next = new ArrayList<>(missing);
    next.addAll(all.subList(baggage.release().files().size(), all.size()));
    for (int i = 0; i < TIMES; i++) {
      send(baggage.name(), next);
      Set<String> damaged = damaged(baggage.name());
      if (damaged.isEmpty()) {
        return;
      }
      witness.note("%d files there were damaged, and are sent again".formatted(damaged.size()));
      next = all.stream().filter(file -> damaged.contains(file.path())).toList();
    }
    throw new PushException(
        "files arrive damaged at %s%s.partial: is the board's disk or memory failing (dmesg)? What ran before runs on"
            .formatted(RELEASES, baggage.name()));
  }

  /** The release's own files first, then those of the robot, then the lists of both. */
  private static List<PushedFile> all(Baggage baggage) throws PushException {
    List<PushedFile> all = new ArrayList<>(baggage.release().files());
    all.addAll(baggage.robot().files());
    all.add(PushedFile.of(RobotFiles.SUMS, baggage.robot().sums()));
    for (String name : List.of(Release.SUMS, Release.FACTS)) {
      try {
        byte[] bytes = Files.readAllBytes(baggage.release().folder().resolve(name));
        all.add(PushedFile.of(name, PushedFile.READABLE, bytes));
      } catch (IOException e) {
        throw new PushException("%s can't be read: %s".formatted(name, e.getMessage()));
      }
    }
    return all;
  }

  private void send(String name, List<PushedFile> files)
      throws NoConnectionException, PushException, InterruptedException {
    long bytes = files.stream().mapToLong(PushedFile::size).sum();
    AtomicLong sent = new AtomicLong();
    Answer unpacked =
        board.send(
            RELEASES + name + ".partial",
            out -> {
              TarStream tar = new TarStream(out, some -> witness.sent(sent.addAndGet(some), bytes));
              for (PushedFile file : files) {
                tar.add(file);
              }
              tar.close();
            });
    if (unpacked.code() != 0) {
      throw new PushException(
          "the files could not be unpacked there: %s; what ran before runs on; push again"
              .formatted(unpacked.errors()));
    }
    witness.done("sent", "%d files, %.1f MB".formatted(files.size(), bytes / 1e6));
  }

  private Set<String> damaged(String name)
      throws NoConnectionException, PushException, InterruptedException {
    Answer looked = board.run(Script.ASSEMBLE, List.of(name));
    if (looked.code() != 0) {
      throw new PushException(
          "the files could not be put together there: %s; what ran before runs on; push again"
              .formatted(looked.errors()));
    }
    return new HashSet<>(looked.all("damaged"));
  }
}
