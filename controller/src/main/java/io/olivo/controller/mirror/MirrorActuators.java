package io.olivo.controller.mirror;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Act;
import io.olivo.controller.wire.Sense;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.Channel;
import java.util.List;

/**
 * The simulator's actuators. The first write after a TICK answers its Sense; any other write is a
 * safe command, tied to no tick. Belongs to the loop thread.
 */
public final class MirrorActuators implements ActuatorIo {
  private final Link link;
  private final String topic;
  private final Announcement announcement;
  private final Sense current;
  private final Lockstep lockstep;
  private final Tally tally;
  private final Act act;
  private byte[] lastAnswer = {};
  private boolean answerDue;
  private boolean resetDue;

  MirrorActuators(
      Link link,
      Topics topics,
      Announcement announcement,
      Sense current,
      Lockstep lockstep,
      Tally tally) {
    this.link = link;
    this.topic = topics.mirrorAct();
    this.announcement = announcement;
    this.current = current;
    this.lockstep = lockstep;
    this.tally = tally;
    act = new Act(announcement.agreement().actuators().size());
  }

  @Override
  public List<Channel> channels() {
    return announcement.agreement().actuators();
  }

  /** The next write answers the Sense of this tick. */
  void expectAnswer() {
    answerDue = true;
  }

  /** The next write is a safe command. */
  void expectSafe() {
    answerDue = false;
  }

  /** Asks for another episode with the next answer. */
  public void askForEpisode() {
    resetDue = true;
  }

  @Override
  public void write(double[] command, double[] applied, long nowNanos) {
    System.arraycopy(command, 0, act.values, 0, act.values.length);
    System.arraycopy(command, 0, applied, 0, act.values.length);
    act.session = current.session.isEmpty() ? announcement.session() : current.session;
    act.seq = current.seq;
    act.safe = !answerDue;
    act.reset = answerDue && resetDue;
    resetDue &= !answerDue;
    send(act.encode());
  }

  private void send(byte[] message) {
    if (answerDue) {
      answerDue = false;
      lastAnswer = message;
      lockstep.answered();
    }
    link.publishNow(topic, message);
  }

  /** The simulator asked again: the answer got lost. */
  void resend() {
    tally.resent.incrementAndGet();
    link.publishNow(topic, lastAnswer);
  }
}
