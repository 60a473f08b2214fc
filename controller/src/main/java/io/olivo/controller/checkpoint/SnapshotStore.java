package io.olivo.controller.checkpoint;

import io.olivo.learning.snapshot.StateReader;
import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A folder of generations. One is published as a temporary file: written, synced, read back,
 * renamed, and the folder synced; only then old ones are deleted. So after a power cut at any
 * moment the newest whole one is the newest that {@link #publish} returned, or the one after it.
 * The newest of before this store began to publish stays, too: a run that begins anew does not push
 * out what the run before it had learned.
 *
 * <p>Who publishes claims the folder, so that two processes do not disturb each other. Source:
 * Pillai et al. (2014), "All file systems are not created equal", OSDI.
 */
public final class SnapshotStore {
  /** Makes the bytes of a snapshot. */
  @FunctionalInterface
  public interface Content {
    /** The bytes, with these facts about number and parent among the others. */
    byte[] bytes(Map<String, String> lineage);
  }

  private static final Pattern NAME = Pattern.compile("\\d{10}\\.state");
  private static final String TEMPORARY = ".new";
  private static final int PIECE = 1 << 16; // bytes per write
  private static final long LEAST_FREE = 50_000_000; // bytes

  private final SnapshotFiles files;
  private final int keep;
  private String parent = "";
  private String spared = ""; // file, the newest when this store began to publish; "" for none
  private boolean began;
  private volatile Consumer<Generation> listener = made -> {};

  /**
   * @param keep how many generations stay, at least 2: one may rot on the disk
   */
  public SnapshotStore(SnapshotFiles files, int keep) {
    if (keep < 2) {
      throw new IllegalArgumentException("snapshots.keep must be at least 2, got " + keep);
    }
    this.files = files;
    this.keep = keep;
  }

  /** The newest generation that verifies, and the damaged ones that are newer than it. */
  public Listing newest() throws IOException {
    return list(1);
  }

  /** All generations, each verified. */
  public Listing list() throws IOException {
    return list(Integer.MAX_VALUE);
  }

  /** Who hears of each generation that was published, on the thread that publishes. */
  public void tell(Consumer<Generation> published) {
    listener = published;
  }

  /**
   * The file of a generation, byte for byte and unverified.
   *
   * @param number of the generation; 0 for the newest
   * @throws IOException when there is none, or the disk refuses
   */
  public StoredFile file(long number) throws IOException {
    for (String file : generations()) {
      if (number == 0 || number == numberOf(file)) {
        return new StoredFile(numberOf(file), files.read(file));
      }
    }
    throw new IOException(number == 0 ? "there is no snapshot" : "snapshot " + number + " is gone");
  }

  /** The next generation comes from the state with this digest; at first it comes from none. */
  public void follow(String digest) {
    parent = digest;
  }

  /**
   * Makes a new generation; it is on the disk when this returns.
   *
   * @throws NoSpaceException when the disk is nearly full; nothing was written
   * @throws IOException when the disk refuses or reads back something else; what was there stays
   */
  public Generation publish(Content content) throws IOException {
    requireSpace();
    Closeable claimed = files.claim();
    try (claimed) {
      begin();
      long number = lastNumber() + 1;
      Generation made = publish(number, content.bytes(lineage(number)));
      parent = made.digest();
      deleteOld();
      listener.accept(made);
      return made;
    }
  }

  private Generation publish(long number, byte[] bytes) throws IOException {
    String file = "%010d.state".formatted(number);
    String temporary = file + TEMPORARY;
    write(temporary, bytes);
    Generation written = verified(temporary, bytes, number, file);
    files.rename(temporary, file);
    files.syncFolder();
    return written;
  }

  private void requireSpace() throws IOException {
    long free = files.freeBytes();
    if (free < LEAST_FREE) {
      throw new NoSpaceException(free, LEAST_FREE);
    }
  }

  private void begin() throws IOException {
    removeRemains();
    if (!began) {
      spared = newest().newest().map(Generation::file).orElse("");
      began = true;
    }
  }

  /** Of a power cut. */
  private void removeRemains() throws IOException {
    for (String name : files.names()) {
      if (name.endsWith(TEMPORARY)) {
        files.delete(name);
      }
    }
  }

  private Map<String, String> lineage(long number) {
    Map<String, String> lineage = new LinkedHashMap<>();
    lineage.put(Generation.NUMBER, Long.toString(number));
    lineage.put(Generation.PARENT, parent);
    return lineage;
  }

  private void write(String name, byte[] bytes) throws IOException {
    files.create(name);
    for (int at = 0; at < bytes.length; at += PIECE) {
      files.append(name, bytes, at, Math.min(PIECE, bytes.length - at));
    }
    files.sync(name);
  }

  private Generation verified(String temporary, byte[] bytes, long number, String file)
      throws IOException {
    if (!Arrays.equals(bytes, files.read(temporary))) {
      throw new IOException(temporary + " does not read back as it was written");
    }
    return new Generation(number, file, bytes.length, digestOf(bytes), new StateReader(bytes));
  }

  private void deleteOld() throws IOException {
    List<String> all = generations();
    for (int i = keep; i < all.size(); i++) {
      if (!all.get(i).equals(spared)) {
        files.delete(all.get(i));
      }
    }
  }

  private Listing list(int most) throws IOException {
    List<Generation> whole = new ArrayList<>();
    List<Listing.Damaged> damaged = new ArrayList<>();
    for (String file : generations()) {
      if (whole.size() == most) {
        break;
      }
      try {
        whole.add(open(file));
      } catch (IllegalArgumentException | IOException e) {
        damaged.add(new Listing.Damaged(file, String.valueOf(e.getMessage())));
      }
    }
    return new Listing(whole, damaged);
  }

  private Generation open(String file) throws IOException {
    byte[] bytes = files.read(file);
    return new Generation(
        numberOf(file), file, bytes.length, digestOf(bytes), new StateReader(bytes));
  }

  private long lastNumber() throws IOException {
    List<String> all = generations();
    return all.isEmpty() ? 0 : numberOf(all.getFirst());
  }

  private static long numberOf(String file) {
    return Long.parseLong(file.substring(0, file.indexOf('.')));
  }

  /** The newest first. */
  private List<String> generations() throws IOException {
    return files.names().stream()
        .filter(name -> NAME.matcher(name).matches())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The digest by which these bytes would be known as a generation: SHA-256. */
  public static String digestOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
