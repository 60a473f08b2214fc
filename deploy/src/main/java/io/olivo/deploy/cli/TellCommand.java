package io.olivo.deploy.cli;

import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Id;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.command.NoAnswerException;
import io.olivo.deploy.command.Operator;
import io.olivo.deploy.session.RobotLink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands a robot over MQTT. */
@Command(
    name = "tell",
    mixinStandardHelpOptions = true,
    description = {
      "Tell a robot that runs with --broker what to do, and wait for its answer.",
      "Exit code 0 when it was obeyed, 4 when it was refused, 5 when nobody answers."
    },
    footer = {
      "",
      "Words:",
      "  arm, disarm, stop           move; the safe command; the safe command after trouble",
      "  freeze, unfreeze            learn nothing; learn again",
      "  reference NAME              another path: hold, figure8, mixed, ..., or own",
      "  gain JOINT KP KD            other gains, up to four times those of the robot file",
      "  snapshot                    save what was learned, now",
      "  promote DIGEST              try a snapshot of this robot; it acts when it does better",
      "  rollback                    go back to what was accepted last",
      "",
      "Examples:",
      "  olivo tell arm2 stop",
      "  olivo tell arm2 gain shoulder 80 5 --broker tcp://robot:1883",
      "  olivo tell arm2 snapshot --json"
    })
final class TellCommand implements Callable<Integer> {
  private static final double MOST_SECONDS = 30; // ahead, which robots accept

  @Parameters(index = "0", paramLabel = "ROBOT", description = "Its name on the wire.")
  private String robot = "";

  @Parameters(index = "1", paramLabel = "WORD", description = "See below.")
  private String word = "";

  @Parameters(index = "2..*", paramLabel = "ARG", arity = "0..*", description = "See below.")
  private List<String> arguments = List.of();

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "How long the answer, and the robot, may take (default: 5s; at most 30s).")
  private double waitSeconds = 5;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws Exception {
    if (!(waitSeconds > 0 && waitSeconds <= MOST_SECONDS)) {
      throw Usage.error(command, "--wait must be above 0 and at most 30s");
    }
    if (!Id.valid(robot)) {
      throw Usage.error(
          command, "\"" + robot + "\" is no name on the wire: 1 to 64 of A-Z a-z 0-9 _ -");
    }
    Instruction instruction = instruction();
    String sender = "tell-" + RobotLink.newSession();
    try (PahoLink link = PahoLink.connect(broker.access().config(sender))) {
      Operator operator = new Operator(link, new Topics(robot), sender, InstantSource.system());
      return tell(operator.tell(instruction, Duration.ofMillis(Math.round(waitSeconds * 1e3))));
    } catch (NoAnswerException silence) {
      output.notes().println(silence.getMessage());
      return ExitCode.NO_LINK;
    }
  }

  private Instruction instruction() {
    CommandWord known =
        CommandWord.of(word)
            .orElseThrow(
                () ->
                    Usage.error(
                        command,
                        "\""
                            + word
                            + "\" is no word; known are "
                            + String.join(", ", CommandWord.words())));
    return switch (known) {
      case REFERENCE -> new Instruction.Follow(expect(1).getFirst());
      case PROMOTE -> new Instruction.Promote(expect(1).getFirst());
      case GAIN -> {
        List<String> given = expect(3);
        yield new Instruction.Tune(given.get(0), number(given.get(1)), number(given.get(2)));
      }
      case ARM, DISARM, FREEZE, UNFREEZE, STOP, SNAPSHOT, ROLLBACK -> {
        expect(0);
        yield new Instruction.Simple(known);
      }
    };
  }

  private List<String> expect(int count) {
    if (arguments.size() != count) {
      throw Usage.error(command, "\"%s\" takes %d arguments, see --help".formatted(word, count));
    }
    return arguments;
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Usage.error(command, "\"" + text + "\" is no number");
    }
  }

  private int tell(Answer answer) {
    if (output.json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("robot", answer.robot());
      result.put("command", answer.command());
      result.put("done", answer.done());
      result.put("reason", answer.reason().wire());
      result.put("text", answer.text());
      result.put("robot_seconds", answer.timeNanos() * 1e-9);
      output.print(result);
    } else {
      String verdict = answer.done() ? "done" : "refused (" + answer.reason().wire() + ")";
      System.out.println("%s %s: %s".formatted(answer.command(), verdict, answer.text()));
    }
    return answer.done() ? ExitCode.OK : ExitCode.STOPPED_BY_SAFETY;
  }
}
