package io.olivo.controller.mirror;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Sense;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.sensors.Channel;
import java.time.Duration;
import java.util.List;

/**
 * The controller's end of the mirror. The three ports it hands out share it, and belong to one loop
 * thread; the link's thread only fills the mailbox and the announcement.
 */
public final class MirrorEndpoint {
  private static final int MAILBOX_SLOTS = 8; // one is being read, the others are strays

  private final Description simulator;
  private final Mailbox<Sense> mailbox;
  private final Tally tally = new Tally();
  private final MirrorSensors sensors;
  private final MirrorActuators actuators;
  private final LockstepPacer pacer;

  private MirrorEndpoint(Link link, Topics topics, Announcement announcement, Description first) {
    simulator = first;
    int sensorCount = first.sensors().size();
    mailbox =
        new Mailbox<>(
            MAILBOX_SLOTS, () -> new Sense(sensorCount, first.truthSize()), Sense::decode);
    Sense current = new Sense(sensorCount, first.truthSize());
    Lockstep lockstep = new Lockstep();
    sensors = new MirrorSensors(announcement.agreement().sensors(), current);
    actuators = new MirrorActuators(link, topics, announcement, current, lockstep, tally);
    pacer = new LockstepPacer(mailbox, announcement, current, lockstep, actuators, tally);
    link.subscribe(topics.mirrorSense(), this::receive);
  }

  /**
   * Waits for a simulator, and checks that it plays the robot that the controller drives.
   *
   * @param sensors the controller's own, in order
   * @param actuators the controller's own, in order
   * @param rateHertz ticks per second [Hz]
   * @param wait for how long at most
   * @throws NoSimulatorException when none came, saying what to do
   * @throws MirrorMismatchException when names, order, units or rate differ, naming both sides
   */
  public static MirrorEndpoint open(
      Link link,
      Topics topics,
      List<Channel> sensors,
      List<Channel> actuators,
      double rateHertz,
      Duration wait)
      throws NoSimulatorException, MirrorMismatchException, InterruptedException {
    Agreement agreement = new Agreement(topics.robot(), sensors, actuators, rateHertz);
    Announcement announcement = new Announcement(agreement);
    link.subscribe(topics.mirrorDescription(), message -> announcement.receive(message.payload()));
    return new MirrorEndpoint(link, topics, announcement, announcement.first(wait));
  }

  private void receive(Message message) {
    try {
      if (!mailbox.put(message.payload())) {
        tally.refused.incrementAndGet();
      }
    } catch (WireException malformed) {
      tally.refused.incrementAndGet();
    }
  }

  /** What the simulator said of itself at the beginning. */
  public Description simulator() {
    return simulator;
  }

  /** The simulated sensors, and the truth. */
  public MirrorSensors sensors() {
    return sensors;
  }

  /** The simulated actuators. */
  public MirrorActuators actuators() {
    return actuators;
  }

  /** Ticks when the simulator says so. */
  public LockstepPacer pacer() {
    return pacer;
  }

  /** What it did so far; any thread may ask. */
  public MirrorCounters counters() {
    return tally.counters();
  }
}
