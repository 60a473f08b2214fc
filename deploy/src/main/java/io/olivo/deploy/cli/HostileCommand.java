package io.olivo.deploy.cli;

import io.olivo.deploy.hostile.HostileTeaching;
import io.olivo.deploy.hostile.Soundness;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.Learner;
import io.olivo.learning.credit.CreditRules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a learner becomes under nonsense, or in a very long ordinary run. */
@DesktopOnly
@Command(
    name = "hostile",
    mixinStandardHelpOptions = true,
    description = {
      "Teach a learner nonsense for a long time, and look whether its state stays sound.",
      "NaN, infinite, huge, tiny, constant and jumping values, in inputs, errors and what was"
          + " applied. It has driven its simulated robot for 20 s before. Exit code 1 when its state"
          + " did not stay sound."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench hostile --seed 1 --json",
      "  olivo bench hostile --ordinary --ticks 1e7",
      "  olivo bench hostile --rules all --ticks 1e6    layered nets, each rule"
    })
final class HostileCommand implements Callable<Integer> {
  private static final double DRIVEN_SECONDS = 20;
  private static final int LOOKS = 100;

  @Option(names = "--plant", description = "Robot file or the name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Option(names = "--ticks", description = "How many (default: 1e7).")
  private double ticks = 1e7;

  @Option(
      names = "--ordinary",
      description = "No nonsense: an ordinary simulated run of so many ticks.")
  private boolean ordinary;

  @Option(
      names = "--rules",
      split = ",",
      description =
          "Teach a small layered net instead, by these rules or by all: fa,kp or all. Without a"
              + " robot.")
  private List<String> rules = List.of();

  @Spec private @Nullable CommandSpec command;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutputOptions output = new OutputOptions();

  private final RunResult result = new RunResult();
  private long looks;
  private long notFinite;
  private long notDefinite;
  private long notSymmetric;
  private double largestWeight;
  private double smallestPivot = 1;

  @Override
  public Integer call() throws InterruptedException {
    if (!rules.isEmpty()) {
      boolean sound = new HostileRules(output).teach(named(), (long) ticks, seed.value());
      return sound ? ExitCode.OK : ExitCode.INTERNAL;
    }
    RobotSpec spec = RobotFile.read(RobotArgument.find(plant));
    long drawn = seed.value();
    result.put("robot", spec.name());
    result.put("seed", drawn);
    Learner learner = ordinary ? drive(spec, drawn) : mistreat(spec, drawn);
    put(learner);
    result.print(output);
    return notFinite + notDefinite + notSymmetric == 0 ? ExitCode.OK : ExitCode.INTERNAL;
  }

  private List<CreditRules> named() {
    try {
      return rules.equals(List.of("all"))
          ? List.of(CreditRules.values())
          : rules.stream().map(CreditRules::of).toList();
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private Learner drive(RobotSpec spec, long drawn) throws InterruptedException {
    double dt = spec.loop().dtSeconds();
    Rig rig = new Rig(spec, Rule.of(spec.learner()), drawn, List.of(), ticks * dt);
    long every = (long) Math.ceil(ticks / LOOKS);
    rig.run(tick -> lookEvery(every, tick.number, rig.learner()));
    result.put("ticks", (long) ticks);
    result.put("rms_error_last_60s", rig.errors().rms(ticks * dt - 60, ticks * dt));
    return rig.learner();
  }

  private Learner mistreat(RobotSpec spec, long drawn) throws InterruptedException {
    Rule rule = Rule.of(spec.learner());
    Rig rig = new Rig(spec, rule, drawn, List.of(), DRIVEN_SECONDS);
    Learner learner = rig.run(tick -> {}).learner();
    HostileTeaching hostile = new HostileTeaching(spec, learner, drawn);
    long every = (long) Math.ceil(ticks / LOOKS);
    while (hostile.ticks() < ticks) {
      hostile.tick();
      lookEvery(every, hostile.ticks(), learner);
    }
    result.put("ticks", hostile.ticks());
    result.put("clipped", hostile.clipped());
    result.put("outside_envelope", hostile.outside());
    result.put("largest_output", hostile.largestOutput());
    return learner;
  }

  private void lookEvery(long every, long tick, Learner learner) {
    if (tick % every != 0) {
      return;
    }
    Soundness now = Soundness.of(learner);
    looks++;
    notFinite += now.finite() ? 0 : 1;
    notDefinite += now.definite() ? 0 : 1;
    notSymmetric += now.symmetric() ? 0 : 1;
    largestWeight = Math.max(largestWeight, now.largestWeight());
    smallestPivot = Math.min(smallestPivot, now.smallestPivot());
    output.note("%,d ticks: %s".formatted(tick, now));
  }

  private void put(Learner learner) {
    double[] figures = new double[learner.figureNames().size()];
    learner.figures(figures);
    for (int i = 0; i < figures.length; i++) {
      result.put("learner_" + learner.figureNames().get(i), figures[i]);
    }
    result.put("looks", looks);
    result.put("all_finite", notFinite == 0);
    result.put("largest_weight", largestWeight);
    result.put("covariance_symmetric", notSymmetric == 0);
    result.put("covariance_definite", notDefinite == 0);
    result.put("covariance_smallest_pivot", smallestPivot);
  }
}
