package io.olivo.deploy.watch.web;

import io.olivo.controller.command.CommandDoor;
import io.olivo.controller.command.DoorLimits;
import io.olivo.controller.command.Entry;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** A robot that says what the test likes, and hears commands through the real door. */
final class TalkingRobot implements AutoCloseable {
  static final String HOSTILE = "<img src=x onerror=window.hacked=1><script>hacked=1</script>";
  private static final long PERIOD_MILLIS = 50;

  private final Topics topics;
  private final Description description;
  private final CommandDoor door;
  private final PahoLink link;
  private final Map<Long, TelemetryFrame> sent = new ConcurrentHashMap<>(); // by seq
  private final BlockingQueue<Entry> knocks = new LinkedBlockingQueue<>();
  private final Random chance = new Random(7);
  private final Thread talking = Thread.ofPlatform().daemon().unstarted(this::talk);
  private volatile boolean quiet;
  private volatile boolean closed;
  private volatile String state = "running";
  private volatile Reason answered = Reason.DONE;
  private long seq;

  TalkingRobot(URI broker, String name) throws Exception {
    topics = new Topics(name);
    description =
        new Description(
            name,
            "test " + HOSTILE,
            "run1",
            Role.CONTROLLER,
            500,
            List.of(
                new Channel("shoulder.angle", Unit.RADIAN, -7, 7),
                new Channel(HOSTILE, Unit.RADIAN, -7, 7)),
            List.of(new Channel("shoulder.torque", Unit.NEWTON_METRE, -30, 30)),
            0,
            List.of("slot", "surprise"),
            new Dashboard(
                "9f86d081",
                List.of("error", "late_us", "2 " + HOSTILE),
                List.of("arm", "disarm", "freeze", "unfreeze", "stop", "snapshot", "rollback"),
                List.of(BodyPart.turning("shoulder.angle", BodyPart.Axis.Y, 1.5, .3))));
    door =
        new CommandDoor(
            topics, "run1", InstantSource.system(), System::nanoTime, DoorLimits.STANDARD);
    byte[] offline = new State(false, "run1").encode();
    link =
        PahoLink.connect(
            LinkConfig.plain(broker, "robot-" + name).withWill(topics.state(), offline));
    link.subscribe(topics.command(), this::hear);
    link.retain(topics.description(), description.encode());
    link.retain(topics.state(), new State(true, "run1").encode());
    talking.start();
  }

  private void talk() {
    try {
      while (!closed) {
        if (!quiet) {
          say();
        }
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say() {
    TelemetryFrame frame = new TelemetryFrame(description);
    seq += 25;
    frame.session = "run1";
    frame.seq = seq;
    frame.timeNanos = seq * 2_000_000;
    for (int i = 0; i < frame.values.length; i++) {
      frame.values[i] = chance.nextGaussian();
    }
    frame.learner[1] = chance.nextDouble();
    frame.health[0] = chance.nextDouble();
    frame.health[1] = Double.NaN;
    frame.health[2] = chance.nextDouble();
    frame.state = state;
    frame.clockMillis = System.currentTimeMillis();
    frame.clipped[0] = true;
    sent.put(frame.seq, frame);
    link.publishNow(topics.telemetry(), frame.encode());
  }

  private void hear(Message message) {
    Entry entry = door.knock(message);
    knocks.add(entry);
    if (entry instanceof Entry.Admitted(Command command, var to)) {
      Answer answer =
          new Answer(
              topics.robot(),
              command.sender(),
              command.seq(),
              command.instruction().word().wire(),
              answered,
              "as the test wants " + HOSTILE,
              1,
              System.currentTimeMillis());
      Thread.ofVirtual().start(() -> link.publish(to.message(answer))); // a handler must not wait
    }
  }

  /** What it sent at a tick. */
  TelemetryFrame sent(long number) {
    return sent.get(number);
  }

  /** The commands that came, as the door saw them. */
  BlockingQueue<Entry> knocks() {
    return knocks;
  }

  void event(String kind, String text) {
    link.publishNow(topics.events(), new Event(1_000_000, kind, text).encode());
  }

  void raw(String topic, byte[] payload) {
    link.publishNow(topic, payload);
  }

  void quiet(boolean on) {
    quiet = on;
  }

  void state(String told) {
    state = told;
  }

  void answer(Reason reason) {
    answered = reason;
  }

  Topics topics() {
    return topics;
  }

  @Override
  public void close() {
    closed = true;
    link.close();
  }
}
