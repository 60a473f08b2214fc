package io.olivo.deploy.cli;

import io.olivo.deploy.calibrate.Person;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;

/** Somebody at the keyboard: Enter when it is done, s to leave it out. */
final class TypingPerson implements Person {
  private final OutputOptions output;
  private final Scanner keyboard = new Scanner(System.in, StandardCharsets.UTF_8);

  TypingPerson(OutputOptions output) {
    this.output = output;
  }

  @Override
  public void tell(String text) {
    output.note(text);
  }

  /** Who has gone leaves out the rest. */
  @Override
  public boolean done(String request) {
    output.note(request + ", then press Enter (s and Enter: leave it out)");
    return keyboard.hasNextLine()
        && !keyboard.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("s");
  }
}
