package io.olivo.deploy.bridge.sparkplug;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.eclipse.tahu.SparkplugInvalidTypeException;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.SparkplugBPayloadEncoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.PropertyDataType;
import org.eclipse.tahu.message.model.PropertySet;
import org.eclipse.tahu.message.model.PropertyValue;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.jspecify.annotations.Nullable;

/** The bytes of a node's messages. */
final class NodePayloads {
  static final String REBIRTH = "Node Control/Rebirth"; // tck-id-topics-nbirth-rebirth-metric
  private static final String SESSION = "bdSeq";
  private static final int MOST_BYTES = 64 * 1024; // of a command, as of every other message

  private final NodeMetrics metrics;
  private final InstantSource clock;

  NodePayloads(NodeMetrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  /** One metric and no seq: tck-id-topics-ndeath-payload, -seq. */
  byte[] death(long session) {
    return bytes(List.of(session(session)), null, false);
  }

  /** All metrics, with types and properties: tck-id-topics-nbirth-metric-reqs, -metrics. */
  byte[] birth(long session, long seq) {
    List<Metric> all = new ArrayList<>();
    all.add(session(session));
    all.add(metric(REBIRTH, MetricDataType.Boolean, false, null));
    for (int i = 0; i < metrics.all().size(); i++) {
      NodeMetric described = metrics.all().get(i);
      all.add(metric(described.name(), described.type(), metrics.value(i), properties(described)));
    }
    return bytes(all, seq, false);
  }

  /** Some, without types, which the birth has told: tck-id-payloads-metric-datatype-not-req. */
  byte[] data(List<Integer> which, long seq) {
    List<Metric> some = new ArrayList<>();
    for (int i : which) {
      NodeMetric described = metrics.all().get(i);
      some.add(metric(described.name(), described.type(), metrics.value(i), null));
    }
    return bytes(some, seq, true);
  }

  private Metric session(long session) {
    return metric(SESSION, MetricDataType.Int64, session, null);
  }

  private Metric metric(
      String name, MetricDataType type, @Nullable Object value, @Nullable PropertySet properties) {
    try {
      return new Metric.MetricBuilder(name, type, value)
          .timestamp(now())
          .properties(properties)
          .createMetric();
    } catch (SparkplugInvalidTypeException wrong) {
      throw new IllegalStateException(name, wrong);
    }
  }

  private static @Nullable PropertySet properties(NodeMetric metric) {
    Unit unit = metric.unit();
    if (unit == null) {
      return null;
    }
    PropertySet properties = new PropertySet();
    put(properties, "engUnit", PropertyDataType.String, unit.symbol());
    Channel channel = metric.channel();
    if (channel != null) {
      put(properties, "engLow", PropertyDataType.Double, channel.min());
      put(properties, "engHigh", PropertyDataType.Double, channel.max());
    }
    return properties;
  }

  private static void put(PropertySet into, String name, PropertyDataType type, Object value) {
    try {
      into.setProperty(name, new PropertyValue<>(type, value));
    } catch (SparkplugInvalidTypeException wrong) {
      throw new IllegalStateException(name, wrong);
    }
  }

  private byte[] bytes(List<Metric> content, @Nullable Long seq, boolean withoutTypes) {
    try {
      SparkplugBPayload payload = new SparkplugBPayload(now(), content, seq);
      return new SparkplugBPayloadEncoder().getBytes(payload, withoutTypes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** UTC, in milliseconds: tck-id-payloads-timestamp-in-UTC. */
  private Date now() {
    return Date.from(Instant.ofEpochMilli(clock.millis()));
  }

  /**
   * What a host commands.
   *
   * @throws IOException when it is no payload of Sparkplug
   */
  static List<Metric> commands(byte[] payload) throws IOException {
    if (payload.length > MOST_BYTES) {
      throw new IOException(payload.length + " bytes, the limit is " + MOST_BYTES);
    }
    List<Metric> all;
    try {
      all = new SparkplugBPayloadDecoder().buildFromByteArray(payload, null).getMetrics();
    } catch (Exception malformed) { // the decoder declares no narrower one
      throw new IOException(malformed);
    }
    if (all.stream().anyMatch(Objects::isNull)) { // so the decoder says that it can't read one
      throw new IOException("a metric that is none");
    }
    return all;
  }
}
