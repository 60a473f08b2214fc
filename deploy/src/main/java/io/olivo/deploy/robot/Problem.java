package io.olivo.deploy.robot;

/**
 * One thing wrong in a robot file; prints as one line.
 *
 * @param file as the person named it
 * @param line from 1; 0 when no line is to blame
 * @param key the way to the value, as in "actuators.shoulder.torque.range"; may be empty
 * @param message value and remedy
 */
public record Problem(String file, int line, String key, String message) {
  private static final int LONGEST_KEY = 120;
  private static final int LONGEST_MESSAGE = 1000;

  /** Keeps the problem on one line, whatever was in the file. */
  public Problem {
    key = oneLine(key, LONGEST_KEY);
    message = oneLine(message, LONGEST_MESSAGE);
  }

  private static String oneLine(String text, int longest) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    return clean.length() <= longest ? clean : clean.substring(0, longest) + "...";
  }

  @Override
  public String toString() {
    String where = line > 0 ? file + ":" + line : file;
    return where + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
