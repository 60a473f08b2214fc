package io.olivo.actuators.servo;

import io.olivo.sensors.bus.BusException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Says the last words on a serial line when this process ends, however it ends: also by {@code kill
 * -9}, or when it runs out of memory. A shell in a session of its own holds the line open and waits
 * for the end of its standard input, which only the kernel can bring about in time.
 *
 * <p>At a clean end it speaks, too: there is one way only, and every end tests it. It does not help
 * against a process that stands still (SIGSTOP), nor when the whole board or the line is gone.
 */
public final class Deadman implements AutoCloseable {
  private static final int TIMES = 5;

  /** A packet that broke off swallows as many bytes as its length can tell. */
  private static final int LONGEST_PACKET = 260;

  private static final long LONGEST_END_SECONDS = 2;

  /** $1 is the device, $2 the last words for printf. */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM ABRT PIPE
      exec 3>"$1" || exit 1
      echo ready
      read end
      i=0
      while [ $i -lt TIMES ]; do
        printf %b "$2" >&3
        sleep 0.02
        i=$((i + 1))
      done
      """
          .replace("TIMES", Integer.toString(TIMES));

  private static final String SESSION =
      "if command -v setsid >/dev/null; then exec setsid sh -c \"$0\" \"$@\"; fi;"
          + " exec sh -c \"$0\" \"$@\"";

  private final Process process;

  private Deadman(Process process) {
    this.process = process;
  }

  /**
   * Begins to watch.
   *
   * @param device such as "/dev/ttyACM0"; it keeps the settings that others give it
   * @param lastWords what is said at the end
   * @throws BusException when it cannot be opened, or there is no shell
   */
  public static Deadman watch(String device, byte[] lastWords) throws BusException {
    try {
      Process process =
          new ProcessBuilder(
                  "sh", "-c", SESSION, SCRIPT, "olivo-deadman", device, octal(repeated(lastWords)))
              .redirectErrorStream(true)
              .start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      String first = said.readLine();
      if (!"ready".equals(first)) {
        throw new BusException("no deadman for %s: %s".formatted(device, first));
      }
      return new Deadman(process);
    } catch (IOException e) {
      throw new BusException("no deadman for %s: %s".formatted(device, e.getMessage()), e);
    }
  }

  /** The words so often that somebody hears them who waits for the end of a packet. */
  static byte[] repeated(byte[] words) {
    int times = LONGEST_PACKET / words.length + 2;
    byte[] all = new byte[times * words.length];
    for (int i = 0; i < times; i++) {
      System.arraycopy(words, 0, all, i * words.length, words.length);
    }
    return all;
  }

  private static String octal(byte[] bytes) {
    StringBuilder all = new StringBuilder();
    for (byte each : bytes) {
      all.append("\\0%03o".formatted(each & 0xff));
    }
    return all.toString();
  }

  /** Whether it still watches. */
  public boolean watches() {
    return process.isAlive();
  }

  /** Lets it say the last words now, and waits for them. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // It has ended before, and said what it had to say.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
