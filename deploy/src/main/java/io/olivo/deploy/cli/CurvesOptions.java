package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Scenario;
import io.olivo.deploy.bench.Trial;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code olivo bench curves} shall measure. */
final class CurvesOptions {
  private static final double LARGEST_DELAY = 150;

  @Option(
      names = "--plant",
      split = ",",
      description = "Robot files or names of ready ones: arm2 (default), cart1, gaze2.")
  private List<Path> plants = List.of(Path.of("arm2"));

  @Option(
      names = "--learner",
      split = ",",
      converter = EnumName.Learner.class,
      completionCandidates = EnumName.Learner.class,
      description = "Who learns: ${COMPLETION-CANDIDATES} (default: olivo,fel,pes).")
  private List<Rule> learners = List.of(Rule.OLIVO, Rule.FEL, Rule.PES);

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "Seeds to run, also ranges, as in 1,2,500-519 (default: 1-3).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L));

  @Option(
      names = "--seconds",
      description =
          "Robot time after the reference began to move (default: 60, or the whole scenario).")
  private @Nullable Double seconds;

  @Option(
      names = "--reference",
      converter = EnumName.Reference.class,
      completionCandidates = EnumName.Reference.class,
      description = "${COMPLETION-CANDIDATES}, instead of the robot file's.")
  private ReferenceSpec.@Nullable Shape reference;

  @Option(
      names = "--scenario",
      converter = EnumName.OfScenario.class,
      completionCandidates = EnumName.OfScenario.class,
      description = {
        "What happens to the plant: ${COMPLETION-CANDIDATES} (default: steady).",
        "payload: a load at 60-100 s and 140-180 s; abca: 60 s each plain, with the load, with"
            + " other friction and motors, plain again."
      })
  private Scenario scenario = Scenario.STEADY;

  @Option(
      names = "--error-delay",
      paramLabel = "MS",
      description = "Teach the error so much later than it is known; nobody tells the learner.")
  private double delayMillis;

  @Option(
      names = "--inertia-scale",
      paramLabel = "X",
      description = "Multiply what Olivo measured as inertia (default: ${DEFAULT-VALUE}).")
  private double inertiaScale = 1;

  @Mixin private JobsOption jobs = new JobsOption();

  List<Rule> learners() {
    return learners.stream().distinct().toList();
  }

  List<Long> seeds() {
    return seeds.seeds();
  }

  int jobs() {
    return jobs.count();
  }

  /**
   * One trial per plant.
   *
   * @throws IllegalArgumentException when something asked for can't be
   */
  List<Trial> trials() {
    require(
        delayMillis >= 0 && delayMillis <= LARGEST_DELAY,
        "--error-delay must be 0 to %.0f ms, which is what lag the learner can measure, got %s"
            .formatted(LARGEST_DELAY, delayMillis));
    require(
        inertiaScale > 0 && Double.isFinite(inertiaScale),
        "--inertia-scale must be above 0, got " + inertiaScale);
    require(length() >= 1 && length() <= 3600, "--seconds must be 1 to 3600, got " + length());
    return plants.stream().map(this::trial).toList();
  }

  private double length() {
    Double given = seconds;
    return given == null ? scenario.seconds() : given;
  }

  private Trial trial(Path plant) {
    Path file = RobotArgument.find(plant);
    require(
        Files.isRegularFile(file),
        "there is no plant \"%s\"; name a robot file, or arm2, cart1 or gaze2".formatted(plant));
    RobotSpec spec = RobotFile.read(file);
    require(
        !(spec.skill() instanceof SkillSpec.Reward),
        "%s learns from reward, and has no error to compare; see \"olivo bench reward\""
            .formatted(spec.name()));
    ReferenceSpec.Shape shape = reference;
    return new Trial(
        shape == null ? spec : following(spec, shape),
        scenario,
        length(),
        delayMillis / 1e3,
        inertiaScale);
  }

  private static RobotSpec following(RobotSpec spec, ReferenceSpec.Shape shape) {
    return switch (spec.skill()) {
      case SkillSpec.Cancel _, SkillSpec.Reward _ ->
          throw new IllegalArgumentException("--reference: %s follows none".formatted(spec.name()));
      case SkillSpec.Track track -> {
        ReferenceSpec made = new ReferenceSpec.Made(shape);
        RobotSpec other = spec.withSkill(new SkillSpec.Track(track.joints(), made, track.plus()));
        try {
          new Wiring(other).trajectory(Seeds.of(0));
        } catch (RobotFileException e) {
          throw new IllegalArgumentException(
              "--reference %s: not for %s, which has %d joint(s); use sines or hold"
                  .formatted(EnumName.of(shape), spec.name(), track.joints().size()),
              e);
        }
        yield other;
      }
    };
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
