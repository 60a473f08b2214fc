package io.olivo.deploy.push;

import java.util.List;

/** Changes the version that runs, and knows what came of it. */
final class Switch {
  /** How {@code switch.sh} ends. */
  private static final int ARMED = 20;

  private static final int EXAMINED = 21;
  private static final int BACK = 22;
  private static final int ILL = 23;
  private static final int NOTHING = 24;

  private final Board board;
  private final PushOptions options;
  private final Witness witness;

  Switch(Board board, PushOptions options, Witness witness) {
    this.board = board;
    this.options = options;
    this.witness = witness;
  }

  /**
   * Done.
   *
   * @param release that runs
   * @param state of its loop
   */
  record Switched(String release, String state) {
    PushResult result(String outcome, String before, int files, long bytes) {
      return new PushResult(outcome, release, before, files, bytes, state);
    }
  }

  /**
   * To a release that is there.
   *
   * @param robot file to be examined once the version before has let go of its devices; empty for
   *     not
   * @param groups for that
   */
  Switched to(String release, String robot, String groups)
      throws NoConnectionException, PushException, InterruptedException {
    List<String> arguments =
        List.of(
            release,
            Integer.toString(options.waitSeconds()),
            Integer.toString(options.steadySeconds()),
            options.armed(),
            Integer.toString(options.keep()),
            robot,
            groups);
    Answer answer = asked(arguments);
    if (answer.code() != 0) {
      throw failure(answer, release);
    }
    witness.done("switched", "it runs and is healthy: " + answer.fact("status"));
    return new Switched(release, answer.fact("status"));
  }

  /** The board goes on by itself. */
  private Answer asked(List<String> arguments) throws NoConnectionException, InterruptedException {
    try {
      return board.run(Script.SWITCH, arguments);
    } catch (NoConnectionException e) {
      throw new NoConnectionException(
          "%s, in the midst of the switch, which the board ends by itself: with the new version if it is healthy, else with the one before; push again to see"
              .formatted(e.getMessage()),
          e);
    }
  }

  static PushException armed(String state) {
    return new PushException(
        "the robot is armed (%s), and a push stops its controller; nothing that runs was changed; disarm it (olivo tell ROBOT disarm), or push with --stop-armed"
            .formatted(state));
  }

  private static PushException failure(Answer answer, String release) {
    String unused = "the new version is in /opt/olivo/releases/" + release;
    String state =
        "%s, %s".formatted(answer.fact("active"), or(answer.fact("status"), "it told no state"));
    return switch (answer.code()) {
      case ARMED -> armed(answer.fact("status"));
      case EXAMINED ->
          new PushException(
              "the board's doctor says no; the version before runs again, %s, unused; mend what it says, then push again"
                  .formatted(unused),
              answer.all("doctor"));
      case BACK ->
          new PushException(
              "it was not healthy (%s); the version before runs again, %s, unused; its last words:"
                  .formatted(state, unused),
              answer.all("journal"));
      case ILL ->
          new PushException(
              "it was not healthy (%s), and nothing else is; there: sudo journalctl -u olivo; its last words:"
                  .formatted(state),
              answer.all("journal"));
      case NOTHING ->
          new PushException(
              "it was not healthy (%s), and there is no version before it: nothing runs now, %s; its last words:"
                  .formatted(state, unused),
              answer.all("journal"));
      default ->
          new PushException(
              "the switch failed there (%d): %s; look there: systemctl status olivo; push again"
                  .formatted(answer.code(), answer.errors()));
    };
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
