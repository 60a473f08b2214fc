package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.Listing;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether each generation is whole and fits the robot file of now. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Check every generation: its checksums, and whether this robot file could take it.",
      "Exit code 3 when one is damaged or would be refused."
    },
    footer = {"", "Examples:", "  olivo snapshot verify arm2"})
final class SnapshotVerifyCommand implements Callable<Integer> {
  private static final String GOOD = "ok";

  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private SnapshotOptions snapshots = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    RobotSpec spec = robot.read();
    Listing listing = snapshots.store(spec).list();
    Map<String, String> verdicts = new LinkedHashMap<>();
    listing.whole().forEach(one -> verdicts.put(one.file(), verdict(spec, one)));
    listing.damaged().forEach(one -> verdicts.put(one.file(), one.why()));
    if (output.json()) {
      output.print(verdicts);
    } else {
      verdicts.forEach((file, verdict) -> System.out.println(file + "  " + verdict));
    }
    boolean good = verdicts.values().stream().allMatch(GOOD::equals);
    return good ? ExitCode.OK : ExitCode.ROBOT_FILE;
  }

  private static String verdict(RobotSpec spec, Generation one) {
    Rule rule = Rule.of(spec.learner());
    LearnedState state = new LearnedState(rule, new Wiring(spec).learner(rule, Seeds.of(0)), spec);
    try {
      state.load("generation " + one.number(), one.state());
      return GOOD;
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
