package io.olivo.deploy.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive holds: files, folders and links by name, in the order of their names, of one time
 * and owned by root, so that the same content is the same bytes.
 */
final class FileTree {
  private sealed interface Node {}

  private record Folder() implements Node {}

  private record Plain(Content content, boolean executable) implements Node {}

  private record Link(String target) implements Node {}

  /** Read when it is written. */
  private interface Content {
    byte[] bytes() throws IOException;
  }

  private final SortedMap<String, Node> nodes = new TreeMap<>();

  /** A folder, and those above it. */
  FileTree folder(String name) {
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      folder(name.substring(0, slash));
    }
    nodes.put(name, new Folder());
    return this;
  }

  /** A text of our own. */
  FileTree text(String name, String text, boolean executable) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8), executable);
  }

  /** Made here. */
  FileTree bytes(String name, byte[] bytes, boolean executable) {
    return put(name, new Plain(() -> bytes, executable));
  }

  /** A file, or all in a folder; who may execute one may in the archive. */
  FileTree copy(String name, Path from) throws IOException {
    if (Files.isRegularFile(from)) {
      return put(name, new Plain(() -> Files.readAllBytes(from), Files.isExecutable(from)));
    }
    for (Path file : Folders.files(from)) {
      copy(name + "/" + file, from.resolve(file.toString()));
    }
    return this;
  }

  /** A symbolic link. */
  FileTree link(String name, String target) {
    return put(name, new Link(target));
  }

  private FileTree put(String name, Node node) {
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      folder(name.substring(0, slash));
    }
    nodes.put(name, node);
    return this;
  }

  /**
   * Writes a tar, in the form of POSIX.
   *
   * @param prefix before each name, such as {@code "./"}
   * @param epochSeconds time of all of them [s since 1970]
   */
  void tar(OutputStream out, String prefix, long epochSeconds) throws IOException {
    Tar tar = new Tar(out, epochSeconds);
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      String name = prefix + entry.getKey();
      switch (entry.getValue()) {
        case Folder _ -> tar.folder(name + "/");
        case Plain file -> tar.file(name, file.executable(), file.content().bytes());
        case Link link -> tar.link(name, link.target());
      }
    }
    tar.end();
  }

  /** What md5sum would print of the files. */
  String md5sums() throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      if (entry.getValue() instanceof Plain file) {
        sums.append(Digests.md5(file.content().bytes())).append("  ");
        sums.append(entry.getKey()).append('\n');
      }
    }
    return sums.toString();
  }

  /** What it takes on a disk [KiB], as Debian counts: each file whole KiB, 1 for all else. */
  long kibibytes() throws IOException {
    long sum = 0;
    for (Node node : nodes.values()) {
      sum += node instanceof Plain file ? (file.content().bytes().length + 1023) / 1024 : 1;
    }
    return sum;
  }
}
