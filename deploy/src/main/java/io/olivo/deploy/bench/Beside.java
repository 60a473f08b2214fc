package io.olivo.deploy.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;

/**
 * A program that is timed beside the learners here: it answers every line with a number of steps
 * with the processor seconds that they took.
 */
final class Beside implements AutoCloseable {
  private final String command;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  /**
   * Starts it by the shell.
   *
   * @throws IOException when there is no shell
   */
  Beside(String command) throws IOException {
    this.command = command;
    process =
        new ProcessBuilder(List.of("sh", "-c", "exec " + command))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    questions = process.outputWriter();
    answers = process.inputReader();
  }

  /**
   * Lets it do so many steps; the processor time that they took [s].
   *
   * @throws IOException saying what is wrong with the program
   */
  double seconds(long steps) throws IOException {
    String answer;
    try {
      questions.write(steps + "\n");
      questions.flush();
      answer = answers.readLine();
    } catch (IOException gone) {
      answer = null;
    }
    if (answer == null) {
      throw new IOException("\"%s\" ended instead of timing %d steps".formatted(command, steps));
    }
    try {
      return Double.parseDouble(answer.strip());
    } catch (NumberFormatException odd) {
      throw new IOException(
          "\"%s\" answered \"%s\"; it must answer with seconds".formatted(command, answer), odd);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
