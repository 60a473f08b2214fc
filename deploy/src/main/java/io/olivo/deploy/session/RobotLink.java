package io.olivo.deploy.session;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.exchange.OfferDesk;
import io.olivo.controller.exchange.OfferFolder;
import io.olivo.controller.exchange.OfferRules;
import io.olivo.controller.exchange.SnapshotCounter;
import io.olivo.controller.journal.EventOutbox;
import io.olivo.controller.journal.Journal;
import io.olivo.controller.journal.OutboxCounters;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.LinkCounters;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.link.Slot;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.telemetry.Tick;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.TelemetryFrame;
import io.olivo.controller.wire.Topics;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a robot tells over MQTT: who it is, whether it is there, how it does, what happened. */
public final class RobotLink implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;

  private final InstantSource wall = InstantSource.system();
  private final BrokerAccess access;
  private final Topics topics;
  private final String session = newSession();
  private final PahoLink link;
  private final Slot telemetry;
  private final EventOutbox events;
  private final List<AutoCloseable> services = new ArrayList<>();
  private volatile long newestNanos; // robot time
  private @Nullable TelemetryFrame frame;

  /**
   * Connects to a broker that wants no login; events are kept in memory.
   *
   * @param broker such as tcp://localhost:1883
   * @param robot its id on the wire
   */
  public RobotLink(URI broker, String robot) throws NoBrokerException {
    this(
        BrokerAccess.open(broker),
        robot,
        Journal.inMemory(Journal.USUAL_LIMIT, InstantSource.system().millis()),
        trouble -> {});
  }

  /**
   * Connects.
   *
   * @param robot its id on the wire
   * @param journal keeps the events; closed with this
   * @param told hears of trouble with the journal, on any thread
   */
  public RobotLink(BrokerAccess access, String robot, Journal journal, Consumer<String> told)
      throws NoBrokerException {
    this(access, robot, journal, told, PahoLink::connect);
  }

  /** How a connection begins. */
  interface Dial {
    PahoLink connect(LinkConfig config) throws NoBrokerException;
  }

  RobotLink(BrokerAccess access, String robot, Journal journal, Consumer<String> told, Dial dial)
      throws NoBrokerException {
    this.access = access;
    topics = new Topics(robot);
    byte[] offline = new State(false, session).encode();
    link = dial.connect(access.config("olivo-" + session).withWill(topics.state(), offline));
    telemetry = link.slot(topics.telemetry(), 1);
    events = new EventOutbox(link, topics, journal, told);
  }

  /** Hands out the snapshots of a store, and tells of new ones. */
  public void share(SnapshotStore store) {
    services.add(new SnapshotCounter(link, topics, store));
    store.tell(this::tellSaved);
  }

  private void tellSaved(Generation made) {
    SnapshotNote note = new SnapshotNote(made.number(), made.digest(), made.size());
    events.offer(Event.saved(newestNanos, note));
  }

  /** Takes snapshots that are offered, as far as the rules let it. */
  public void takeOffers(OfferRules rules, OfferFolder folder) {
    services.add(
        new OfferDesk(
            link,
            topics,
            rules,
            folder,
            InstantSource.system(),
            text -> tell(newestNanos, "offer", text)));
  }

  /** A name for one run, different every time. */
  public static String newSession() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** The run of this controller. */
  public String session() {
    return session;
  }

  /** Where this robot's messages go. */
  public Topics topics() {
    return topics;
  }

  /** How it gets to its broker. */
  public BrokerAccess access() {
    return access;
  }

  /** The connection itself. */
  public PahoLink link() {
    return link;
  }

  /** Says who the robot is and that it is there, and nothing for those who watch. */
  public void introduce(LoopParts parts, double rateHertz) {
    introduce(parts, rateHertz, Dashboard.NONE);
  }

  /** Says who the robot is and that it is there. */
  public void introduce(LoopParts parts, double rateHertz, Dashboard dashboard) {
    List<String> figures = parts.learner().figureNames();
    Description description =
        new Description(
            topics.robot(),
            Version.text(),
            session,
            Role.CONTROLLER,
            rateHertz,
            parts.sensors().channels(),
            parts.actuators().channels(),
            0,
            figures,
            dashboard);
    frame = new TelemetryFrame(description);
    link.retain(topics.description(), description.encode());
    link.retain(topics.state(), new State(true, session).encode());
  }

  /** Offers a tick and how the robot itself does; off the loop's thread. */
  public void tell(Tick tick, LoopState state, RobotHealth health) {
    TelemetryFrame out = frame;
    if (out == null || tick.number == 0) {
      return;
    }
    newestNanos = tick.nowNanos;
    out.session = session;
    out.seq = tick.number;
    out.timeNanos = tick.nowNanos;
    System.arraycopy(tick.state, 0, out.values, 0, out.values.length);
    int sensors = tick.state.length - tick.applied.length;
    System.arraycopy(tick.applied, 0, out.values, sensors, tick.applied.length);
    System.arraycopy(tick.clipped, 0, out.clipped, 0, out.clipped.length);
    System.arraycopy(tick.figures, 0, out.learner, 0, out.learner.length);
    out.state = state.word();
    out.clockMillis = wall.millis();
    fillAges(tick, out.ageMillis);
    health.fill(out.health);
    link.offer(telemetry, out.encode());
  }

  private static void fillAges(Tick tick, double[] millis) {
    for (int i = 0; i < millis.length; i++) {
      long age = tick.ageNanos[i];
      millis[i] = age == Tick.NEVER_READ ? Tick.NEVER_READ : age / NANOS_PER_MILLI;
    }
  }

  /** Offers an event. */
  public void tell(long nowNanos, String kind, String text) {
    events.offer(new Event(nowNanos, kind, text));
  }

  /** What became of the events so far. */
  public OutboxCounters events() {
    return events.counters();
  }

  /** What the connection did so far. */
  public LinkCounters counters() {
    return link.counters();
  }

  @Override
  public void close() {
    services.forEach(RobotLink::end);
    events.close();
    link.retain(topics.state(), new State(false, session).encode());
    link.close();
  }

  private static void end(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      throw new IllegalStateException("no service of a link can fail to close", e);
    }
  }
}
