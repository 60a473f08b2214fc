package io.olivo.deploy.bridge.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.loop.LoopState;
import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.robot.SparkplugSpec;
import io.olivo.sensors.Unit;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node and a host that listens, over a real broker. */
class SparkplugBrokerTest {
  private static final long PATIENCE_SECONDS = 30;
  private static EmbeddedBroker broker;

  private final LinkedBlockingQueue<Message> heard = new LinkedBlockingQueue<>();

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(0);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private SparkplugNode node(String name) throws Exception {
    return SparkplugNode.connect(
        LinkConfig.plain(broker.uri(), "node-" + name),
        new SparkplugSpec("plant1", .5),
        name,
        Node.READINGS,
        Node.FIGURES,
        Unit.METRE);
  }

  private PahoLink host(String name) throws Exception {
    PahoLink host = PahoLink.connect(LinkConfig.plain(broker.uri(), "host-" + name));
    host.subscribe("spBv1.0/plant1/+/" + name, heard::add);
    host.subscribe("ready", heard::add);
    Message none = null;
    while (none == null) { // until the broker knows of the subscriptions
      host.publishNow("ready", new byte[0]);
      none = heard.poll(100, TimeUnit.MILLISECONDS);
    }
    heard.removeIf(message -> message.topic().equals("ready"));
    return host;
  }

  private Message next(String kind) throws InterruptedException {
    Message message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (message != null && message.topic().equals("ready")) {
      message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    assertNotNull(message, "no " + kind);
    assertEquals("spBv1.0/plant1/" + kind, message.topic().substring(0, 15 + kind.length()));
    assertFalse(message.retained(), kind); // tck-id-...-retain of every message
    return message;
  }

  /** tck-id-payloads-ndeath-will-message-qos, -retain; payloads-nbirth-qos. */
  @Test
  void aNodeThatIsCutOffDiesByItsWillAndIsBornAgainWithTheNextNumber() throws Exception {
    try (PahoLink _ = host("cut");
        SparkplugNode _ = node("cut")) {
      Message birth = next("NBIRTH");
      assertEquals(0, birth.qos());
      assertEquals(0, Node.session(birth.payload()));
      PahoLink.connect(LinkConfig.plain(broker.uri(), "node-cut")).close(); // throws it out
      Message death = next("NDEATH");
      assertEquals(1, death.qos());
      assertEquals(0, Node.session(death.payload()));
      long reborn = Node.session(next("NBIRTH").payload());
      assertEquals(1, reborn, "one CONNECT after the first");
    }
  }

  /** tck-id-operational-behavior-edge-node-intentional-disconnect-ndeath. */
  @Test
  void aNodeThatLeavesSaysItsDeath() throws Exception {
    try (PahoLink _ = host("leaving")) {
      node("leaving").close();
      next("NBIRTH");
      assertEquals(0, Node.session(next("NDEATH").payload()));
    }
  }

  /** tck-id-message-flow-edge-node-ncmd-subscribe. */
  @Test
  void aHostGetsTheRebirthThatItAskedForThenData() throws Exception {
    try (PahoLink host = host("rebirth");
        SparkplugNode node = node("rebirth")) {
      next("NBIRTH");
      host.publish(Message.plain("spBv1.0/plant1/NCMD/rebirth", rebirth()));
      next("NCMD"); // the host hears itself
      Message answer = null;
      for (int i = 0; answer == null && i < 1000; i++) { // as the watching thread does it
        node.tell(Node.at(.5, LoopState.RUNNING));
        answer = heard.poll(20, TimeUnit.MILLISECONDS);
        if (answer != null && answer.topic().contains("NDATA")) {
          answer = null; // was on its way when the request came
        }
      }
      assertNotNull(answer);
      assertEquals("spBv1.0/plant1/NBIRTH/rebirth", answer.topic());
      assertEquals(0L, Node.read(answer.payload()).getSeq());
    }
  }

  private static byte[] rebirth() throws Exception {
    Metric wanted =
        new Metric.MetricBuilder("Node Control/Rebirth", MetricDataType.Boolean, true)
            .createMetric();
    SparkplugBPayload payload =
        new SparkplugBPayload(Date.from(Instant.EPOCH), List.of(wanted), null);
    return new SparkplugBPayloadEncoder().getBytes(payload, false);
  }
}
