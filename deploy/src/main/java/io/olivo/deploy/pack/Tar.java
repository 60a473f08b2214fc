package io.olivo.deploy.pack;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a tar whose entries are all of one time. */
final class Tar {
  private final OutputStream out;
  private final long epochSeconds;

  /**
   * @param epochSeconds time of all that is in it [s since 1970]
   */
  Tar(OutputStream out, long epochSeconds) {
    this.out = out;
    this.epochSeconds = epochSeconds;
  }

  void folder(String name) throws IOException {
    begin(name, 0755, 0, UstarHeader.FOLDER, "");
  }

  void file(String name, boolean executable, byte[] content) throws IOException {
    begin(name, executable ? 0755 : 0644, content.length, UstarHeader.FILE, "");
    out.write(content);
    out.write(new byte[UstarHeader.padding(content.length)]);
  }

  void link(String name, String target) throws IOException {
    begin(name, 0777, 0, UstarHeader.LINK, target);
  }

  private void begin(String name, int mode, long size, char kind, String target)
      throws IOException {
    out.write(UstarHeader.of(name, mode, size, kind, target, epochSeconds));
  }

  void end() throws IOException {
    out.write(new byte[UstarHeader.END]);
  }
}
