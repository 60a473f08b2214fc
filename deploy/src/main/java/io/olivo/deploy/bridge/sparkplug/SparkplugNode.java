package io.olivo.deploy.bridge.sparkplug;

import io.olivo.controller.link.Greeting;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.deploy.bridge.Bridge;
import io.olivo.deploy.bridge.Condition;
import io.olivo.deploy.bridge.Readings;
import io.olivo.deploy.robot.SparkplugSpec;
import io.olivo.sensors.Unit;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.tahu.message.model.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A robot as an edge node of Sparkplug B 3.0. Every connection begins with a birth of all metrics
 * and leaves a death with the same bdSeq to the broker; between them goes what has changed. A host
 * may ask for another birth and for nothing else: what it writes is counted and refused.
 *
 * <p>Departs from the specification in nothing that it demands; a primary host is not waited for,
 * which is an option.
 */
public final class SparkplugNode implements Bridge {
  private static final int NUMBERS = 256; // of messages, and of sessions

  private final String group;
  private final String node;
  private final NodeMetrics metrics;
  private final NodePayloads payloads;
  private final long everyNanos;
  private final LongSupplier nanoClock;
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean rebirth; // a host asked for one
  private @Nullable Link link;
  private long session = NUMBERS - 1; // bdSeq: the first is 0, tck-id-topics-nbirth-bdseq-increment
  private long seq; // of the newest message
  private long dueNanos;

  SparkplugNode(
      SparkplugSpec spec,
      String node,
      NodeMetrics metrics,
      InstantSource clock,
      LongSupplier nanoClock) {
    group = spec.group();
    this.node = node;
    this.metrics = metrics;
    this.nanoClock = nanoClock;
    payloads = new NodePayloads(metrics, clock);
    everyNanos = (long) (spec.everySeconds() * 1e9);
    dueNanos = nanoClock.getAsLong();
  }

  /**
   * Connects, apart from the robot's own link, which has another last will.
   *
   * @param config without a last will
   * @param node the edge node's id: the robot's
   * @param figures names of the learner's numbers
   * @param errorUnit of {@link Condition#error}
   */
  public static SparkplugNode connect(
      LinkConfig config,
      SparkplugSpec spec,
      String node,
      Readings readings,
      List<String> figures,
      Unit errorUnit)
      throws NoBrokerException {
    NodeMetrics metrics = new NodeMetrics(readings, figures, errorUnit);
    SparkplugNode made =
        new SparkplugNode(spec, node, metrics, InstantSource.system(), System::nanoTime);
    made.use(
        PahoLink.connect(
            config.withRenewedWill(made.topic("NDEATH"), made::death), made.greeting()));
    return made;
  }

  /**
   * Uses a link that is there already and leaves no death behind; for tests and measurements.
   *
   * @param node the edge node's id
   * @param figures names of the learner's numbers
   * @param errorUnit of {@link Condition#error}
   */
  public static SparkplugNode over(
      Link link,
      SparkplugSpec spec,
      String node,
      Readings readings,
      List<String> figures,
      Unit errorUnit) {
    NodeMetrics metrics = new NodeMetrics(readings, figures, errorUnit);
    SparkplugNode made =
        new SparkplugNode(spec, node, metrics, InstantSource.system(), System::nanoTime);
    link.subscribe(made.topic("NCMD"), made::obey);
    made.use(link);
    return made;
  }

  /** Hears commands (tck-id-message-flow-edge-node-ncmd-subscribe), then is born. */
  Greeting greeting() {
    return new Greeting(topic("NCMD"), this::obey, () -> Message.plain(topic("NBIRTH"), birth()));
  }

  synchronized void use(Link connected) {
    link = connected;
  }

  String topic(String kind) {
    return "spBv1.0/" + group + "/" + kind + "/" + node;
  }

  /** For another attempt to connect: tck-id-payloads-ndeath-will-message, -bdseq. */
  synchronized byte[] death() {
    session = (session + 1) % NUMBERS;
    return payloads.death(session);
  }

  /** Also a rebirth keeps the session's number: tck-id-...-rebirth-action-3. */
  synchronized byte[] birth() {
    seq = 0; // tck-id-topics-nbirth-seq-num
    rebirth = false;
    metrics.toldAll();
    return payloads.birth(session, seq);
  }

  @Override
  public synchronized void tell(Condition now) {
    metrics.take(now);
    Link out = link;
    if (out == null) {
      return;
    }
    if (rebirth) { // no data before it: tck-id-...-rebirth-action-1, -2
      rebirth = out.publishNow(topic("NBIRTH"), birth()) != Link.Offer.ACCEPTED;
    } else if (nanoClock.getAsLong() - dueNanos >= 0) {
      sendChanges(out);
    }
  }

  /** A number is used up only by a message that is on its way: tck-id-payloads-ndata-seq-inc. */
  private void sendChanges(Link out) {
    List<Integer> changed = metrics.changed();
    if (changed.isEmpty()) {
      return;
    }
    long next = (seq + 1) % NUMBERS;
    if (out.publishNow(topic("NDATA"), payloads.data(changed, next)) == Link.Offer.ACCEPTED) {
      seq = next;
      metrics.toldAll();
      dueNanos = nanoClock.getAsLong() + everyNanos;
    }
  }

  /** On the link's thread. */
  private void obey(Message message) {
    try {
      for (Metric command : NodePayloads.commands(message.payload())) {
        boolean birthWanted =
            NodePayloads.REBIRTH.equals(command.getName())
                && Boolean.TRUE.equals(command.getValue());
        if (birthWanted && !message.retained()) {
          rebirth = true;
        } else {
          refused.incrementAndGet();
        }
      }
    } catch (IOException malformed) {
      refused.incrementAndGet();
    }
  }

  /** Writes of hosts that were refused so far. */
  public long refused() {
    return refused.get();
  }

  /** Says its death itself: tck-id-operational-behavior-edge-node-intentional-disconnect-ndeath. */
  @Override
  public void close() {
    Link connected;
    synchronized (this) {
      connected = link;
      link = null;
    }
    if (connected != null) {
      connected.close();
    }
  }
}
