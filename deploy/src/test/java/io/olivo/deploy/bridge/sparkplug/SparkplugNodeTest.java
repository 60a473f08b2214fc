package io.olivo.deploy.bridge.sparkplug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.LoopState;
import io.olivo.deploy.bridge.RecordingLink;
import io.olivo.deploy.robot.SparkplugSpec;
import io.olivo.sensors.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of a node's session, each by its id in Sparkplug 3.0. */
class SparkplugNodeTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_796_041_979_123L);
  private static final long SECOND = 1_000_000_000;

  private final RecordingLink link = new RecordingLink();
  private long nowNanos = 5;
  private final SparkplugNode node =
      new SparkplugNode(
          new SparkplugSpec("plant1", 1),
          "cart1",
          new NodeMetrics(Node.READINGS, Node.FIGURES, Unit.METRE),
          InstantSource.fixed(NOW),
          () -> nowNanos);

  @BeforeEach
  void connect() {
    node.death();
    node.birth();
    node.use(link);
  }

  private void tell(double position) {
    node.tell(Node.at(position, LoopState.RUNNING));
  }

  private Message newest() {
    return link.sent.getLast();
  }

  private static byte[] command(String name, MetricDataType type, Object value) throws Exception {
    Metric metric = new Metric.MetricBuilder(name, type, value).createMetric();
    SparkplugBPayload payload = new SparkplugBPayload(Date.from(NOW), List.of(metric), null);
    return new SparkplugBPayloadEncoder().getBytes(payload, false);
  }

  private void order(byte[] payload, boolean retained) {
    node.greeting()
        .handler()
        .message(
            new Message(
                "spBv1.0/plant1/NCMD/cart1",
                payload,
                retained,
                false,
                0,
                "",
                new byte[0],
                Message.NO_EXPIRY));
  }

  /** tck-id-topics-nbirth-topic, -ndata-topic, -ndeath-topic, -ncmd-topic. */
  @Test
  void topicsNameTheGroupAndTheNode() {
    assertEquals("spBv1.0/plant1/NCMD/cart1", node.greeting().filter());
    assertEquals("spBv1.0/plant1/NBIRTH/cart1", node.greeting().words().get().topic());
    assertEquals("spBv1.0/plant1/NDEATH/cart1", node.topic("NDEATH"));
    tell(.5);
    assertEquals("spBv1.0/plant1/NDATA/cart1", newest().topic());
  }

  /** tck-id-topics-ndeath-payload, -ndeath-seq. */
  @Test
  void aDeathSaysTheSessionOnly() throws Exception {
    byte[] death = node.death();
    assertEquals(Set.of("bdSeq"), Node.metrics(death).keySet());
    assertEquals(MetricDataType.Int64, Node.metrics(death).get("bdSeq").getDataType());
    assertNull(Node.read(death).getSeq());
  }

  /** tck-id-topics-nbirth-bdseq-matching, -increment; payloads-nbirth-bdseq-repeat. */
  @Test
  void sessionsCountFromZeroAndTheBirthHasTheNumberOfItsDeath() throws Exception {
    SparkplugNode fresh =
        new SparkplugNode(
            new SparkplugSpec("plant1", 1),
            "cart1",
            new NodeMetrics(Node.READINGS, Node.FIGURES, Unit.METRE),
            InstantSource.fixed(NOW),
            () -> nowNanos);
    for (int session = 0; session <= 257; session++) {
      assertEquals(session % 256, Node.session(fresh.death()));
      assertEquals(session % 256, Node.session(fresh.birth()));
    }
  }

  /** tck-id-topics-nbirth-seq-num, -timestamp, -metric-reqs, -metrics; -nbirth-rebirth-metric. */
  @Test
  void aBirthTellsAllMetricsWithTypeAndValueAndThatARebirthCanBeHad() throws Exception {
    tell(.5);
    byte[] birth = node.birth();
    Map<String, Metric> metrics = Node.metrics(birth);
    assertEquals(
        Set.of(
            "bdSeq",
            "Node Control/Rebirth",
            "State",
            "Problem",
            "Error",
            "Sensors/cart.position",
            "Actuators/cart.force",
            "Clipped/cart.force",
            "Learner/surprise"),
        metrics.keySet());
    metrics.values().forEach(metric -> assertTrue(metric.getDataType() != null, metric.getName()));
    assertEquals(false, metrics.get("Node Control/Rebirth").getValue());
    assertEquals(.5, metrics.get("Sensors/cart.position").getValue());
    assertEquals("running", metrics.get("State").getValue());
    assertEquals(0L, Node.read(birth).getSeq());
    assertEquals(Date.from(NOW), Node.read(birth).getTimestamp());
  }

  @Test
  void aBirthTellsUnitAndRangeOfEveryChannel() throws Exception {
    Metric position = Node.metrics(node.birth()).get("Sensors/cart.position");
    assertEquals("m", position.getProperties().getPropertyValue("engUnit").getValue());
    assertEquals(-2.0, position.getProperties().getPropertyValue("engLow").getValue());
    assertEquals(2.0, position.getProperties().getPropertyValue("engHigh").getValue());
  }

  /** tck-id-operational-behavior-data-publish-nbirth-values. */
  @Test
  void whatHasNoValueYetIsNull() throws Exception {
    tell(Double.NaN);
    Metric position = Node.metrics(node.birth()).get("Sensors/cart.position");
    assertTrue(position.isNull());
    assertNull(position.getValue());
  }

  /** tck-id-topics-ndata-payload; operational-behavior-data-publish-nbirth-change. */
  @Test
  void dataHasWhatChangedAndNothingIsSentWhenNothingDid() throws Exception {
    tell(.5);
    nowNanos += SECOND;
    tell(.5);
    assertEquals(1, link.sent.size());
    tell(.75);
    assertEquals(Set.of("Sensors/cart.position"), Node.metrics(newest().payload()).keySet());
    assertEquals(.75, Node.metrics(newest().payload()).get("Sensors/cart.position").getValue());
  }

  @Test
  void dataIsNotSentMoreOftenThanTheRobotFileSays() {
    tell(.1);
    tell(.2);
    nowNanos += SECOND - 1;
    tell(.3);
    assertEquals(1, link.sent.size());
    nowNanos += 1;
    tell(.3);
    assertEquals(2, link.sent.size());
  }

  /** tck-id-payloads-ndata-seq-inc, payloads-ndata-qos, -retain. */
  @Test
  void everyMessageHasTheNextNumberAndZeroFollows255() throws Exception {
    for (int i = 1; i <= 260; i++) {
      tell(i);
      nowNanos += SECOND;
      assertEquals(i % 256, Node.read(newest().payload()).getSeq());
      assertEquals(0, newest().qos());
      assertTrue(!newest().retained());
    }
  }

  @Test
  void aMessageThatCouldNotBeSentUsesNoNumberAndItsChangeIsToldLater() throws Exception {
    link.outcome = Link.Offer.NOT_CONNECTED;
    tell(.5);
    link.outcome = Link.Offer.ACCEPTED;
    tell(.5);
    assertEquals(1L, Node.read(newest().payload()).getSeq());
    assertEquals(.5, Node.metrics(newest().payload()).get("Sensors/cart.position").getValue());
  }

  /** tck-id-operational-behavior-data-commands-rebirth-action-1, -2, -3. */
  @Test
  void aRebirthComesBeforeAnyOtherDataAndKeepsTheSession() throws Exception {
    long session = Node.session(node.birth());
    tell(.5);
    order(command("Node Control/Rebirth", MetricDataType.Boolean, true), false);
    nowNanos += SECOND;
    tell(.75);
    assertEquals("spBv1.0/plant1/NBIRTH/cart1", newest().topic());
    assertEquals(session, Node.session(newest().payload()));
    assertEquals(0L, Node.read(newest().payload()).getSeq());
    nowNanos += SECOND;
    tell(.8);
    assertEquals("spBv1.0/plant1/NDATA/cart1", newest().topic());
    assertEquals(1L, Node.read(newest().payload()).getSeq());
  }

  @Test
  void aRebirthThatCouldNotBeSentIsSentLater() throws Exception {
    order(command("Node Control/Rebirth", MetricDataType.Boolean, true), false);
    link.outcome = Link.Offer.DROPPED;
    tell(.5);
    link.outcome = Link.Offer.ACCEPTED;
    tell(.5);
    assertEquals("spBv1.0/plant1/NBIRTH/cart1", newest().topic());
  }

  @Test
  void everyOtherWriteIsRefused() throws Exception {
    order(command("Actuators/cart.force", MetricDataType.Double, 60.0), false);
    order(command("Node Control/Rebirth", MetricDataType.Boolean, false), false);
    order(command("Node Control/Rebirth", MetricDataType.Boolean, true), true);
    order(command("Node Control/Reboot", MetricDataType.Boolean, true), false);
    order(new byte[] {1, 2, 3, -56}, false);
    assertEquals(5, node.refused());
    tell(.5);
    assertEquals("spBv1.0/plant1/NDATA/cart1", newest().topic());
  }

  @Test
  void aMetricThatTheDecoderCantReadIsRefused() {
    byte[] payload = {0x12, 3, 0x0a, 1, 'a'}; // a name without type and value
    node.greeting().handler().message(Message.plain(node.topic("NCMD"), payload));
    assertEquals(1, node.refused());
  }
}
