package io.olivo.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commands a robot and waits for its answers. It learns the robot's run from the description, and
 * its clock from telemetry or, where there is none, from the first answer.
 */
public final class Operator {
  private final Link link;
  private final Topics topics;
  private final String sender;
  private final RobotSeen robot;
  private final AtomicLong seq = new AtomicLong();
  private final Map<String, CompletableFuture<Answer>> awaited = new ConcurrentHashMap<>();

  /**
   * Listens to the robot from now on.
   *
   * @param link to its broker; stays the caller's
   * @param topics of the robot
   * @param sender an id that nobody else has, also not the same program before
   * @param clock of the wall here
   */
  public Operator(Link link, Topics topics, String sender, InstantSource clock) {
    this.link = link;
    this.topics = topics;
    this.sender = sender;
    robot = new RobotSeen(clock);
    link.subscribe(topics.answers(sender), this::hear);
    link.subscribe(topics.state(), robot::state);
    link.subscribe(topics.telemetry(), robot::telemetry);
    link.subscribe(topics.description(), robot::description);
  }

  private void hear(Message message) {
    try {
      Answer answer = Answer.decode(message.payload());
      robot.clockIs(answer.clockMillis());
      CompletableFuture<Answer> waiting = awaited.get(new String(message.correlation(), UTF_8));
      if (waiting != null) {
        waiting.complete(answer);
      }
    } catch (WireException malformed) {
      // then nobody answered
    }
  }

  /**
   * Commands, and waits for the answer.
   *
   * @param limit for how long at most; the robot doesn't obey later either. At most 30 s
   * @throws NoAnswerException when there is no robot, or it says nothing
   */
  public Answer tell(Instruction instruction, Duration limit)
      throws NoAnswerException, InterruptedException {
    String session = robot.session(limit);
    if (session == null) {
      throw new NoAnswerException(
          "there is no robot \"%s\" at this broker; look at its name and at `olivo run --broker`"
              .formatted(topics.robot()));
    }
    if (robot.isOffline()) {
      throw new NoAnswerException(topics.robot() + " is not running, or has lost its broker");
    }
    Answer answer = send(session, instruction, limit);
    boolean clocksDiffer =
        answer.reason() == Reason.EXPIRED || answer.reason() == Reason.TOO_FAR_AHEAD;
    return clocksDiffer ? send(session, instruction, limit) : answer; // its clock is known now
  }

  private Answer send(String session, Instruction instruction, Duration limit)
      throws NoAnswerException, InterruptedException {
    long number = seq.incrementAndGet();
    String correlation = sender + "." + number;
    String known = correlation.length() <= 64 ? correlation : Long.toString(number);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    awaited.put(known, answer);
    try {
      long deadline = robot.clockMillis() + limit.toMillis();
      Command command = new Command(topics.robot(), session, sender, number, deadline, instruction);
      publish(command, known, limit);
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException silence) {
      throw new NoAnswerException(
          "%s did not answer within %.1f s".formatted(topics.robot(), limit.toMillis() * 1e-3));
    } finally {
      awaited.remove(known);
    }
  }

  private void publish(Command command, String correlation, Duration limit)
      throws NoAnswerException {
    Message message =
        Message.certain(topics.command(), command.encode())
            .expiring(Math.max(1, limit.toSeconds()))
            .answeredAt(topics.answers(sender), correlation.getBytes(UTF_8));
    if (link.publish(message) == Link.Offer.NOT_CONNECTED) {
      throw new NoAnswerException("the broker is gone");
    }
  }
}
