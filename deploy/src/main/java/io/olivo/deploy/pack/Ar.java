package io.olivo.deploy.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes an ar archive, the outer form of a Debian package. Source: deb(5) and ar(5): a magic line;
 * of each member a header of 60 characters, then the content, filled up to an even length.
 */
final class Ar {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final long epochSeconds;

  /**
   * @param epochSeconds time of all that is in it [s since 1970]
   */
  Ar(long epochSeconds) {
    this.epochSeconds = epochSeconds;
    text("!<arch>\n");
  }

  Ar member(String name, byte[] content) {
    text(
        String.format(
            Locale.ROOT,
            "%-16s%-12d%-6d%-6d%-8s%-10d`\n",
            name,
            epochSeconds,
            0,
            0,
            "100644",
            content.length));
    out.writeBytes(content);
    if (content.length % 2 == 1) {
      text("\n");
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
