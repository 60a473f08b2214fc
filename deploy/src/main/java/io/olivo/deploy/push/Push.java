package io.olivo.deploy.push;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.service.RobotDevices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings a release with a robot file to a board, beside the version that runs, and switches to it
 * once the board's own doctor agrees. What is not healthy then goes back by itself.
 *
 * <p>Until the switch nothing that runs is touched, so a push may be broken off anywhere before it;
 * the switch itself is one script on the board, which ends well without anybody at this end.
 */
public final class Push {
  private final Board board;
  private final PushOptions options;
  private final Witness witness;

  private Push(Board board, PushOptions options, Witness witness) {
    this.board = board;
    this.options = options;
    this.witness = witness;
  }

  /**
   * Over a connection, which stays open.
   *
   * @throws PushException when nobody may become root there
   */
  public static Push over(Connection connection, PushOptions options, Witness witness)
      throws NoConnectionException, PushException, InterruptedException {
    return new Push(Board.open(connection), options, witness);
  }

  /**
   * Makes a robot run on the board.
   *
   * @param folder of the release
   * @param who pushes, for others who want to
   * @throws PushException when it does not, saying what runs and what is left where
   * @throws IllegalArgumentException when release or robot file can't be pushed
   */
  public PushResult push(RobotSpec robot, Path folder, String who)
      throws NoConnectionException, PushException, InterruptedException {
    requireDevices(robot);
    Baggage baggage = checked(robot, RobotFiles.of(robot), folder);
    return push(robot, baggage, look(), who);
  }

  /** The same with a release that is chosen, or made, once the board's processor is known. */
  public PushResult push(RobotSpec robot, ReleaseSource releases, String who)
      throws NoConnectionException, PushException, InterruptedException {
    requireDevices(robot);
    RobotFiles files = RobotFiles.of(robot);
    BoardFacts facts = look();
    String unfit = facts.unfitProcessor();
    if (!unfit.isEmpty()) {
      throw unfit(List.of(unfit));
    }
    return push(robot, checked(robot, files, releases.of(facts.processor())), facts, who);
  }

  private Baggage checked(RobotSpec robot, RobotFiles files, Path folder) {
    Baggage baggage = new Baggage(Release.open(folder), files);
    witness.done("checked", "%s, and %s".formatted(robot.file(), baggage.text()));
    return baggage;
  }

  private PushResult push(RobotSpec robot, Baggage baggage, BoardFacts facts, String who)
      throws NoConnectionException, PushException, InterruptedException {
    if (facts.current().equals(baggage.name()) && facts.healthy()) {
      witness.done("unchanged", "it runs just this already, " + facts.status());
      return new PushResult("unchanged", facts.current(), facts.previous(), 0, 0, facts.status());
    }
    List<PushedFile> missing = missing(baggage);
    requireFit(facts, baggage.release(), bytes(missing));
    requireDisarmed(facts);
    if (options.dryRun()) {
      return planned(baggage, facts, missing);
    }
    try (Board.Hold _ = board.hold(who)) {
      return install(baggage, facts, String.join(",", groups(robot)), missing);
    }
  }

  /**
   * Goes back to the version before.
   *
   * @throws PushException when there is none, or it is not healthy
   */
  public PushResult undo(String who)
      throws NoConnectionException, PushException, InterruptedException {
    BoardFacts facts = look();
    if (facts.previous().isEmpty()) {
      throw new PushException(
          "there is no version before this one on the board; nothing was changed");
    }
    requireDisarmed(facts);
    if (options.dryRun()) {
      witness.done("planned", "switch from %s to %s".formatted(facts.current(), facts.previous()));
      return new PushResult("planned", facts.previous(), facts.current(), 0, 0, facts.status());
    }
    try (Board.Hold _ = board.hold(who)) {
      return new Switch(board, options, witness)
          .to(facts.previous(), "", "")
          .result("undone", facts.current(), 0, 0);
    }
  }

  private static void requireDevices(RobotSpec robot) {
    if (robot.hardware().devices().isEmpty()) {
      throw new IllegalArgumentException(
          "%s names no devices, so there is nothing to drive on a board; see docs/devices.md"
              .formatted(robot.file()));
    }
  }

  private static List<String> groups(RobotSpec robot) {
    List<String> groups = new ArrayList<>(List.of("olivo"));
    groups.addAll(RobotDevices.of(robot).groups());
    return groups;
  }

  private BoardFacts look() throws NoConnectionException, PushException, InterruptedException {
    BoardFacts facts = new BoardFacts(asked(Script.LOOK, List.of()));
    witness.done("looked", facts.text());
    facts.notes().forEach(witness::note);
    return facts;
  }

  private List<PushedFile> missing(Baggage baggage)
      throws NoConnectionException, PushException, InterruptedException {
    Set<String> there = new HashSet<>(asked(Script.HAVE, List.of()).lines());
    return baggage.release().files().stream()
        .filter(file -> !there.contains(file.sha256()))
        .toList();
  }

  private static long bytes(List<PushedFile> files) {
    return files.stream().mapToLong(PushedFile::size).sum();
  }

  private void requireFit(BoardFacts facts, Release release, long bytes) throws PushException {
    List<String> problems = facts.problems(release, bytes);
    if (!problems.isEmpty()) {
      throw unfit(problems);
    }
  }

  private static PushException unfit(List<String> problems) {
    return new PushException(
        "this board won't do: %s; nothing was changed".formatted(String.join("; ", problems)));
  }

  private void requireDisarmed(BoardFacts facts) throws PushException {
    if (facts.armed() && !options.stopArmed()) {
      throw Switch.armed(facts.status());
    }
    if (facts.status().isEmpty() && !facts.current().isEmpty()) {
      witness.note("whether the robot is armed can't be known: its service tells no state");
    }
  }

  private PushResult planned(Baggage baggage, BoardFacts facts, List<PushedFile> missing) {
    witness.done(
        "planned",
        "send %d of %d files (%.1f MB), install %s beside %s, examine, switch, start"
            .formatted(
                missing.size(),
                baggage.release().files().size(),
                bytes(missing) / 1e6,
                baggage.name(),
                facts.current().isEmpty() ? "nothing" : facts.current()));
    return new PushResult(
        "planned", baggage.name(), facts.current(), missing.size(), bytes(missing), facts.status());
  }

  private PushResult install(
      Baggage baggage, BoardFacts facts, String groups, List<PushedFile> missing)
      throws NoConnectionException, PushException, InterruptedException {
    boolean there = bring(baggage, facts, groups, missing);
    return new Switch(board, options, witness)
        .to(baggage.name(), baggage.robot().name(), groups)
        .result("pushed", facts.current(), there ? 0 : missing.size(), there ? 0 : bytes(missing));
  }

  /** Until the switch a connection may be lost at any time. Whether all of it was there already. */
  private boolean bring(Baggage baggage, BoardFacts facts, String groups, List<PushedFile> missing)
      throws NoConnectionException, PushException, InterruptedException {
    try {
      boolean there = asked(Script.PREPARE, List.of(baggage.name())).fact("there").equals("yes");
      if (!there) {
        new Upload(board, witness).bring(baggage, missing);
      }
      settle(baggage, groups);
      cache(baggage);
      examine(baggage, groups, facts);
      return there;
    } catch (NoConnectionException e) {
      throw new NoConnectionException(
          "%s; what ran there before runs on, what was sent so far is in /opt/olivo/releases, unused; push again"
              .formatted(e.getMessage()),
          e);
    }
  }

  private void settle(Baggage baggage, String groups)
      throws NoConnectionException, PushException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(baggage.name()));
    arguments.addAll(List.of(groups.split(",", -1)));
    asked(Script.SETTLE, arguments);
    witness.done("installed", "/opt/olivo/releases/" + baggage.name());
  }

  private void cache(Baggage baggage) throws NoConnectionException, InterruptedException {
    if (!options.cache()) {
      return;
    }
    Answer made = board.run(Script.CACHE, List.of(baggage.name()));
    if (made.code() == 0) {
      witness.done("prepared", "a fast start");
    } else {
      witness.note(
          "it will start slowly: bin/olivo-cache ended with %d: %s"
              .formatted(made.code(), String.join(" ", made.lines())));
    }
  }

  /** Another program that has the devices keeps them to itself: then they are asked in between. */
  private void examine(Baggage baggage, String groups, BoardFacts facts)
      throws NoConnectionException, PushException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of(baggage.name(), baggage.robot().name(), groups));
    if (facts.running()) {
      arguments.add("--no-devices");
    }
    Answer found = board.run(Script.EXAMINE, arguments);
    if (found.code() != 0) {
      throw new PushException(
          "the board's doctor says no; %s, and the new version is in /opt/olivo/releases/%s, unused; mend what it says, then push again"
              .formatted(
                  facts.running() ? "the version before runs on" : "nothing runs, as before",
                  baggage.name()),
          found.lines());
    }
    found.lines().stream().filter(line -> line.startsWith("warn")).forEach(witness::note);
    witness.done("examined", "by the doctor of the new version, as user olivo");
  }

  private Answer asked(Script script, List<String> arguments)
      throws NoConnectionException, PushException, InterruptedException {
    Answer answer = board.run(script, arguments);
    if (answer.code() != 0) {
      throw new PushException(
          "the step \"%s\" failed there (%d): %s; what ran before runs on; mend it and push again"
              .formatted(script, answer.code(), answer.errors()));
    }
    return answer;
  }
}
