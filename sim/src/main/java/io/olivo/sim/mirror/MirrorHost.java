package io.olivo.sim.mirror;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.mirror.Mailbox;
import io.olivo.controller.wire.Act;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Id;
import io.olivo.controller.wire.Sense;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Plays the hardware: publishes what the sensors say, waits for the command of that very tick,
 * applies it once (which steps the plant), and goes on. Robot time advances only with a command, so
 * a lost message costs time, never a tick.
 */
public final class MirrorHost implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MAILBOX_SLOTS = 8; // one is being read, the others are strays

  private final Link link;
  private final Topics topics;
  private final SensorIo sensors;
  private final ActuatorIo actuators;
  private final GroundTruth truth;
  private final Episodes episodes;
  private final Description description;
  private final long periodNanos;

  private final SampleFrame frame;
  private final Sense sense;
  private final double[] applied; // [actuator] in each actuator's unit
  private final Mailbox<Act> mailbox;
  private final ActJudge judge;
  private final Patience patience = new Patience();
  private final AtomicLong resent = new AtomicLong();
  private volatile boolean closed;

  /**
   * A host for one session of endless ticks.
   *
   * @param rateHertz ticks per second of robot time [Hz]
   * @param session another one at every start
   */
  public MirrorHost(
      Link link,
      Topics topics,
      SensorIo sensors,
      ActuatorIo actuators,
      GroundTruth truth,
      double rateHertz,
      String session) {
    this(link, topics, sensors, actuators, truth, rateHertz, session, Episodes.ENDLESS);
  }

  /** The same with episodes. */
  public MirrorHost(
      Link link,
      Topics topics,
      SensorIo sensors,
      ActuatorIo actuators,
      GroundTruth truth,
      double rateHertz,
      String session,
      Episodes episodes) {
    this.link = link;
    this.topics = topics;
    this.sensors = sensors;
    this.actuators = actuators;
    this.truth = truth;
    this.episodes = episodes;
    Id.require("session", session);
    periodNanos = Math.round(NANOS_PER_SECOND / rateHertz);
    description = describe(rateHertz, session);
    frame = new SampleFrame(sensors.channels());
    sense = new Sense(sensors.channels().size(), truth.size());
    int commands = actuators.channels().size();
    applied = new double[commands];
    mailbox = new Mailbox<>(MAILBOX_SLOTS, () -> new Act(commands), Act::decode);
    judge = new ActJudge(session);
  }

  private Description describe(double rateHertz, String session) {
    return Description.ofSimulator(
        topics.robot(),
        version(),
        session,
        rateHertz,
        sensors.channels(),
        actuators.channels(),
        truth.size());
  }

  private static String version() {
    String version = MirrorHost.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Plays until closed or interrupted. */
  public void run() throws InterruptedException {
    link.subscribe(topics.mirrorAct(), this::receive);
    link.retain(topics.mirrorDescription(), description.encode());
    try {
      play();
    } finally {
      link.forget(topics.mirrorDescription());
    }
  }

  private void play() throws InterruptedException {
    sense.session = description.session();
    sense.reset = true;
    while (!closed) {
      measure();
      Act act = exchange(sense.encode());
      if (act == null) {
        return;
      }
      actuators.write(act.values, applied, sense.timeNanos);
      if (act.reset) {
        episodes.another();
      }
      nextTick();
    }
  }

  private void measure() {
    sensors.read(frame, sense.timeNanos);
    for (int i = 0; i < frame.size(); i++) {
      sense.values[i] = frame.value(i);
      sense.ageNanos[i] = age(i);
    }
    truth.truth(sense.truth);
    episodes.mark(sense);
  }

  private long age(int channel) {
    boolean never = frame.stale(channel, frame.stampNanos(channel), Long.MAX_VALUE);
    return never ? Sense.NEVER : Math.max(0, sense.timeNanos - frame.stampNanos(channel));
  }

  private void nextTick() {
    sense.timeNanos += periodNanos;
    sense.seq++;
    sense.reset = false;
  }

  /** Sends a Sense until its Act comes; null when closed. */
  private @Nullable Act exchange(byte[] message) throws InterruptedException {
    patience.renew();
    link.publishNow(topics.mirrorSense(), message);
    long untilNanos = System.nanoTime() + patience.next();
    while (!closed) {
      Act act = mailbox.await(untilNanos);
      if (act != null && judge.answers(act, sense.seq)) {
        return act;
      }
      if (act != null && act.safe) {
        patience.renew(); // somebody is there
      }
      if (act == null && System.nanoTime() - untilNanos >= 0) {
        resent.incrementAndGet();
        link.publishNow(topics.mirrorSense(), message);
        untilNanos = System.nanoTime() + patience.next();
      }
    }
    return null;
  }

  private void receive(Message message) {
    try {
      if (!mailbox.put(message.payload())) {
        judge.refuse();
      }
    } catch (WireException malformed) {
      judge.refuse();
    }
  }

  /** What it did so far; any thread may ask. */
  public HostCounters counters() {
    return judge.counters(resent.get());
  }

  /** Ends {@link #run}. Any thread may call it. */
  @Override
  public void close() {
    closed = true;
    mailbox.wake();
  }
}
