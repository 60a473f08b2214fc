package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.exchange.OfferSender;
import io.olivo.controller.exchange.SigningKeys;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Offer;
import io.olivo.controller.wire.OfferAnswer;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.BrokerAccess;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.StateLabel;
import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Offers a saved state to a robot that runs elsewhere. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Send a saved state, signed, to a robot that runs. The robot takes it when one of its",
      "trusted keys has signed it, for this robot and its robot file, later than the one before.",
      "It acts by it only when somebody promotes it. Exit code 3 when it is refused."
    },
    footer = {
      "",
      "Examples:",
      "  olivo snapshot keys desk",
      "  olivo snapshot send arm2 better.state --key desk.key --broker tcp://robot:1883"
    })
final class SnapshotSendCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Mixin private RobotArgument robot = new RobotArgument();

  @Parameters(paramLabel = "FILE", index = "1", description = "A saved state.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "Your private key, from olivo snapshot keys.")
  private Path key = Path.of("");

  @Mixin private WireOptions wire = new WireOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException, InterruptedException, NoBrokerException {
    RobotSpec spec = robot.read();
    byte[] bytes = StateFile.read(file);
    Topics topics = new Topics(wire.name(spec));
    String sender = "send-" + RobotLink.newSession();
    Offer offer = offer(topics, sender, bytes);
    URI broker = Brokers.known(wire.broker(), spec);
    try (PahoLink link = PahoLink.connect(BrokerAccess.of(spec.link(), broker).config(sender))) {
      return told(new OfferSender(link, topics, sender).send(offer, bytes, LIMIT));
    }
  }

  private Offer offer(Topics topics, String sender, byte[] bytes) {
    StateReader state = new StateReader(bytes);
    Offer unsigned =
        new Offer(
            sender,
            topics.robot(),
            state.kind(),
            StateLabel.configOf(state),
            System.currentTimeMillis(),
            bytes.length,
            SnapshotStore.digestOf(bytes),
            "");
    return unsigned.signed(SigningKeys.sign(SigningKeys.readPrivate(key), unsigned.signedText()));
  }

  private int told(OfferAnswer answer) {
    if (output.json()) {
      output.print(
          Map.of(
              "done", answer.done(),
              "digest", answer.digest(),
              "reason", answer.reason(),
              "text", answer.text()));
    }
    output.note(
        answer.done()
            ? "the robot has it; it acts by it once it is promoted: " + answer.digest()
            : "the robot refused it: " + answer.text());
    return answer.done() ? ExitCode.OK : ExitCode.ROBOT_FILE;
  }
}
