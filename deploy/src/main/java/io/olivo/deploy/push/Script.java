package io.olivo.deploy.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is done on a board, each a small script for any POSIX shell beside this class. */
enum Script {
  /** Looks around, changes nothing. */
  LOOK,
  /** Keeps others from pushing until this end hangs up. */
  HOLD,
  /** Which files are there already. */
  HAVE,
  /** Makes room. */
  PREPARE,
  /** Links what is there, looks at every byte. */
  ASSEMBLE,
  /** User, groups, rights. */
  SETTLE,
  /** Makes the start fast. */
  CACHE,
  /** Asks the doctor of the new version. */
  EXAMINE,
  /** Stops one version and starts another, or the first again. */
  SWITCH;

  /**
   * The text, in braces: a shell reads all of them before it begins, so that a script which lost
   * its end on the way does nothing at all. Its commands can't eat it either: they read nothing.
   */
  String text() {
    String body = "{\n" + read("common") + read(name().toLowerCase(Locale.ROOT)) + "}";
    return body + (this == HOLD ? "\n" : " </dev/null\n");
  }

  private static String read(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name + ".sh")) {
      if (in == null) {
        throw new IllegalStateException("there is no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
