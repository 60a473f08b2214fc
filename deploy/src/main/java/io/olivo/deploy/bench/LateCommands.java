package io.olivo.deploy.bench;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Commands that an operator gives while the broker is away. As a client with a queue would, it
 * keeps them until there is a broker again, and sends them then; their deadline has passed.
 */
final class LateCommands {
  private static final String SENDER = "bench-operator";
  private static final long WORTH_MILLIS = 100;
  private static final long EXPIRY_SECONDS = 30; // so that the robot has to look at the deadline

  private final PahoLink link;
  private final Topics topics;
  private final Queue<Command> kept = new ArrayDeque<>();
  private final Map<Reason, Integer> answers = new ConcurrentHashMap<>();
  private volatile @Nullable String session;
  private long seq;
  private int sent;

  LateCommands(PahoLink link, Topics topics) {
    this.link = link;
    this.topics = topics;
    link.subscribe(topics.description(), message -> meet(message.payload()));
    link.subscribe(topics.answers(SENDER), message -> hear(message.payload()));
  }

  private void meet(byte[] payload) {
    try {
      session = Description.decode(payload).session();
    } catch (WireException e) {
      throw new IllegalStateException("the robot's description is malformed", e);
    }
  }

  private void hear(byte[] payload) {
    try {
      answers.merge(Answer.decode(payload).reason(), 1, Integer::sum);
    } catch (WireException e) {
      throw new IllegalStateException("the robot's answer is malformed", e);
    }
  }

  /** The operator wants the robot to stop, within a tenth of a second. */
  void give() {
    String run = session;
    if (run != null) {
      long deadline = System.currentTimeMillis() + WORTH_MILLIS;
      kept.add(
          new Command(
              topics.robot(),
              run,
              SENDER,
              ++seq,
              deadline,
              new Instruction.Simple(CommandWord.STOP)));
    }
  }

  /** Sends those whose deadline has passed, if there is a broker. */
  void sendExpired() {
    while (!kept.isEmpty() && kept.element().deadlineMillis() < System.currentTimeMillis()) {
      Command command = kept.element();
      byte[] correlation = Long.toString(command.seq()).getBytes(StandardCharsets.UTF_8);
      Message message =
          Message.certain(topics.command(), command.encode())
              .expiring(EXPIRY_SECONDS)
              .answeredAt(topics.answers(SENDER), correlation);
      if (link.publish(message) != Link.Offer.ACCEPTED) {
        return;
      }
      kept.remove();
      sent++;
    }
  }

  int sent() {
    return sent;
  }

  int obeyed() {
    return answers.getOrDefault(Reason.DONE, 0);
  }

  /** How many were answered how. */
  Map<Reason, Integer> answers() {
    return Map.copyOf(answers);
  }
}
