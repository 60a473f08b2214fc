package io.olivo.controller.wire;

import java.util.regex.Pattern;

/**
 * The one form of every id (robot, session, client): letters, digits, _ and -, at most 64.
 * Wildcards and slashes in an id have opened other robots' topics in several brokers.
 */
public final class Id {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Id() {}

  /** Whether a text is an id. */
  public static boolean valid(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Lets an id pass.
   *
   * @param what such as "robot", for the message
   * @throws IllegalArgumentException saying what an id looks like
   */
  public static String require(String what, String text) {
    if (!valid(text)) {
      throw new IllegalArgumentException(
          what + " must be 1 to 64 of A-Z a-z 0-9 _ -, got \"" + text + "\"");
    }
    return text;
  }
}
