package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.controller.loop.RobotClock;
import io.olivo.controller.realtime.Realtime;
import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.Candidates;
import io.olivo.deploy.device.BoardBuses;
import io.olivo.deploy.doctor.Check;
import io.olivo.deploy.doctor.Checks;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.robot.FaultFile;
import io.olivo.deploy.robot.RealtimeSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.RobotLinks;
import io.olivo.deploy.session.RunHead;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.CerebellarLearner;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.learning.motor.NetLearner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The loop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run the control loop: simulated in this process, mirrored over MQTT, or on a robot.",
      "Without --broker, --io mirror starts a broker of its own on localhost, --io sim needs none.",
      "What is learned over MQTT or by --pace wall is saved every minute and at the end."
    },
    footer = {
      "",
      "Examples:",
      "  olivo run arm2 --for 60s --save arm2.state",
      "  olivo run arm2 --load arm2.state --freeze --for 20s --json",
      "  olivo run arm2 --resume arm2.state --for 120s",
      "  olivo run arm2 --faults faults.yaml --for 60s",
      "  olivo run arm2-board --devices --for 20s",
      "  olivo run arm2 --for 60s --record run.mcap",
      "  olivo run arm2 --io mirror --broker tcp://localhost:1883",
      "  olivo run arm2 --pace wall --load newest",
      "  olivo run arm2 --pace wall --orders --disarmed     (then type: arm)",
      "  olivo run arm2 --pace wall --broker tcp://localhost:1883   (then elsewhere: olivo tell)",
      "  olivo run my-arm.yaml --io board --orders          (then type: arm)"
    })
final class RunCommand implements Callable<Integer> {
  /** Where sensors and actuators are. */
  enum Io {
    SIM,
    MIRROR,
    BOARD
  }

  /** When a simulated loop ticks. */
  enum Pace {
    FAST,
    WALL
  }

  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private SimOptions sim = new SimOptions();
  @Mixin private WireOptions wire = new WireOptions();
  @Spec private @Nullable CommandSpec command;
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private SnapshotOptions generations = new SnapshotOptions();
  @Mixin private RecordOptions record = new RecordOptions();
  @Mixin private BeginOptions begin = new BeginOptions();

  @Option(
      names = "--io",
      description = {
        "sim: a simulator in this process (default); mirror: one over MQTT;",
        "board: the devices of the robot file on this computer, disarmed until --arm or an order."
      })
  private Io io = Io.SIM;

  @Option(names = "--arm", description = "With --io board: arm at once. Motors will move.")
  private boolean arm;

  @Option(
      names = "--slowed",
      paramLabel = "N",
      description = {
        "With --io board: the robot's clock goes N times slower than the wall's. Only for devices",
        "behind which a plant is simulated N times too slowly, as on an emulated board."
      })
  private int slowed = 1;

  @Option(
      names = "--pace",
      description = "With --io sim: fast (default), or wall for the robot file's rate.")
  private Pace pace = Pace.FAST;

  @Option(
      names = "--devices",
      description =
          "With --io sim: through the drivers of the robot file's devices, on emulated chips.")
  private boolean devices;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "Robot time to run; default: 60s when as fast as possible, else until Ctrl-C.")
  private @Nullable Double seconds;

  @Option(names = "--freeze", description = "Act with what is known, learn nothing.")
  private boolean freeze;

  @Option(
      names = "--orders",
      description =
          "Take orders from standard input, one per line: arm, disarm, freeze, unfreeze, stop.")
  private boolean orders;

  @Option(
      names = "--disarmed",
      description = "Begin disarmed, with the safe command, and wait for the order to arm.")
  private boolean disarmed;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Save the learned state at the end, with --io sim the whole run.")
  private @Nullable Path save;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "Break on purpose what this file says, beside sim.faults of the robot file.")
  private @Nullable Path faults;

  @Option(
      names = "--digest",
      description =
          "Print a digest of the learned state at the end, and one of what the ticks did.")
  private boolean digest;

  @Option(
      names = "--digest-from",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "With --digest: only ticks from this robot time on (default: 0s).")
  private double digestFrom;

  @Override
  public Integer call() throws Exception {
    if (io == Io.SIM) {
      Installation.requireSimulator("run --io sim");
    }
    if (io != Io.SIM && (sim.randomises() || !sim.changes().isEmpty())) {
      throw Usage.error(
          command, "--set and --randomise change a simulated plant: give it to olivo sim");
    }
    if (arm && io != Io.BOARD) {
      throw Usage.error(command, "--arm is for a robot: elsewhere a run arms itself");
    }
    if (slowed != 1) {
      refuseUnlessSimulatedSlowly();
    }
    if (devices && io != Io.SIM) {
      throw Usage.error(command, "--devices emulates chips: it goes with --io sim");
    }
    if (disarmed && !orders && wire.broker() == null && io != Io.MIRROR) {
      throw Usage.error(
          command, "--disarmed waits for the order to arm: add --orders, or --broker for commands");
    }
    refuseHalfResumed();
    RobotSpec spec = robot.read();
    Wiring wiring = new Wiring(spec);
    Path resumed = begin.resumed();
    long seed = resumed == null ? sim.seed() : sim.seedLike(Checkpoint.seedOf(resumed));
    Seeds seeds = Seeds.of(seed);
    Rule rule = Rule.of(spec.learner());
    GuardNotes decisions = new GuardNotes();
    GuardedLearner learner = wiring.guarded(rule, seeds, decisions);
    LearnedState state = new LearnedState(rule, learner, spec);
    SnapshotStore store = generations.store(spec);
    begin.load(spec, state, store, generations, output);
    begin.tryOut(learner, () -> wiring.learner(rule, seeds), rule, spec);
    boolean waits = disarmed || (io == Io.BOARD && !arm);
    if (!waits && !isReady()) {
      return ExitCode.STOPPED_BY_SAFETY;
    }
    RunPlan plan =
        new RunPlan(
            length(),
            freeze,
            waits,
            orders,
            this::isReady,
            devices,
            clock(),
            faults(spec),
            realtime(spec),
            digest ? digestFrom : null);
    RunCompany company =
        new RunCompany(
            decisions,
            new RobotLinks(spec, generations.folder(), store, output::note),
            kept(state, store),
            record.recording(spec, () -> head(spec, seed, rule), lasts()));
    Candidates candidates =
        new Candidates(
            Candidates.in(generations.store(spec), RobotLinks.offers(generations.folder(), spec))
                .telling(company.recording()::promote),
            rule,
            spec,
            () -> wiring.learner(rule, seeds));
    company.obey(
        parts -> new Adjustments(wiring, parts, learner, seeds, candidates), this::obstacles);
    RunSession session = new RunSession(wiring, learner, company, output, plan);
    output.note("%s learns by %s, seed %d".formatted(spec.name(), rule.title(), seed));
    RunResult result = runAndSave(session, seeds, spec, new Checkpoint(state, seed, resumed));
    decisions.tell(result);
    finish(spec, seed, state, result);
    warnWhenBlind(learner.acting());
    return result.exitCode();
  }

  private void refuseUnlessSimulatedSlowly() {
    if (io != Io.BOARD) {
      throw Usage.error(command, "--slowed is for an emulated board: it goes with --io board");
    }
    if (slowed < 1) {
      throw Usage.error(command, "--slowed is at least 1, such as 10 for a tenth of the speed");
    }
  }

  private RobotClock clock() {
    if (slowed == 1) {
      return RobotClock.WALL;
    }
    output.note(
        "the robot's clock goes %d times slower than the wall's: never for a real robot, which does not fall more slowly"
            .formatted(slowed));
    return new RobotClock(slowed);
  }

  /** A robot gets it in any case, another computer when its file asks for it. */
  private Realtime realtime(RobotSpec spec) {
    RealtimeSpec said = spec.hardware().board().realtime();
    RealtimeConfig asked = io == Io.BOARD ? said.onBoard() : said.asSaid();
    return new Realtime(
        lasts() ? asked : RealtimeConfig.NONE, missing -> output.note(missing.toString()));
  }

  private List<ScheduledFault> faults(RobotSpec spec) {
    return faults == null ? List.of() : FaultFile.read(faults, spec);
  }

  /** Fast simulations are repeated, not kept, and need nothing of the machine. */
  private boolean lasts() {
    return io != Io.SIM || pace == Pace.WALL;
  }

  /** Whether nothing keeps the robot from being armed; what does is told. */
  private boolean isReady() {
    List<Check> wrong = againstArming();
    wrong.forEach(check -> output.note("not armed: " + check));
    return wrong.isEmpty();
  }

  private RunHead head(RobotSpec spec, long seed, Rule rule) {
    RunHead head = new RunHead(spec, seed);
    head.fact("io", word(io)).fact("pace", word(pace)).fact("rule", rule.toString());
    head.fact("freeze", Boolean.toString(freeze)).fact("devices", Boolean.toString(devices));
    if (slowed != 1) {
      head.fact("slowed", Integer.toString(slowed));
    }
    begin.tell(head);
    return faults == null ? head : head.faults(faults);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private List<Check> againstArming() {
    return lasts() ? Checks.againstArming(generations.folder()) : List.of();
  }

  /** What keeps the robot from being armed, in one line; empty for nothing. */
  private String obstacles() {
    return againstArming().stream().map(Check::toString).collect(Collectors.joining("; "));
  }

  private @Nullable Snapshots kept(LearnedState state, SnapshotStore store) {
    return lasts() && !freeze
        ? new Snapshots(store, state, InstantSource.system(), output::note)
        : null;
  }

  private void refuseHalfResumed() {
    if (begin.resumed() == null) {
      return;
    }
    if (devices) {
      throw Usage.error(command, "--resume knows nothing of emulated chips: use --load");
    }
    if (begin.loads()) {
      throw Usage.error(command, "--resume brings what was learned with it: leave out --load");
    }
    if (io != Io.SIM || pace != Pace.FAST) {
      throw Usage.error(
          command, "--resume goes on with a simulated run at --pace fast; elsewhere use --load");
    }
  }

  /** What was learned is saved even when the loop ends by a fault. */
  private RunResult runAndSave(
      RunSession session, Seeds seeds, RobotSpec spec, Checkpoint checkpoint) throws Exception {
    try {
      return switch (io) {
        case SIM ->
            new SimulatedRun(session, sim, seeds)
                .run(checkpoint, pace == Pace.WALL, wire.broker(), wire.name(spec));
        case MIRROR -> session.mirrored(seeds, wire.broker(), wire.name(spec));
        case BOARD ->
            session.onBoard(
                seeds, new BoardBuses(spec.hardware().board()), wire.broker(), wire.name(spec));
      };
    } finally {
      if (save != null) {
        checkpoint.save(save);
        output.note("saved what was learned to " + save);
      }
    }
  }

  private double length() {
    Double given = seconds;
    if (given != null) {
      return given;
    }
    return io == Io.SIM && pace == Pace.FAST ? 60 : Double.POSITIVE_INFINITY;
  }

  private void finish(RobotSpec spec, long seed, LearnedState state, RunResult result) {
    result.put("robot", spec.name());
    result.put("seed", seed);
    if (digest) {
      result.put("digest", state.digest());
    }
    result.print(output);
  }

  private static boolean isBlind(Learner learner) {
    return switch (learner) {
      case CerebellarLearner cerebellum -> cerebellum.identificationFailed();
      case NetLearner net -> net.identificationFailed();
      default -> false;
    };
  }

  private void warnWhenBlind(Learner learner) {
    if (isBlind(learner)) {
      output.note(
          "nothing was learned: lag and inertia could not be measured, because the robot hardly"
              + " answered the dither; give learner.lag and learner.inertia in the robot file");
    }
  }
}
