package io.olivo.deploy.bridge.sparkplug;

import io.olivo.controller.loop.LoopState;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.bridge.Condition;
import io.olivo.deploy.bridge.Readings;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.tahu.message.SparkplugBPayloadDecoder;
import org.eclipse.tahu.message.model.Metric;
import org.eclipse.tahu.message.model.MetricDataType;
import org.eclipse.tahu.message.model.SparkplugBPayload;
import org.eclipse.tahu.model.MetricDataTypeMap;

/** What the tests of a node share: a robot of one joint, and Tahu's reading of payloads. */
final class Node {
  static final Readings READINGS =
      new Readings(
          List.of(new Channel("cart.position", Unit.METRE, -2, 2)),
          List.of(new Channel("cart.force", Unit.NEWTON, -60, 60)));
  static final List<String> FIGURES = List.of("surprise");

  private Node() {}

  static Condition at(double position, LoopState state) {
    Tick tick = new Tick(2, 1, 1, 1);
    tick.number = 1;
    tick.state[0] = position;
    return new Condition(tick, state, "", .01, 0);
  }

  /** As a host reads it that has seen the birth. */
  static SparkplugBPayload read(byte[] payload) throws Exception {
    MetricDataTypeMap types = new MetricDataTypeMap();
    for (NodeMetric metric : new NodeMetrics(READINGS, FIGURES, Unit.METRE).all()) {
      types.addMetricDataType(metric.name(), metric.type());
    }
    types.addMetricDataType("bdSeq", MetricDataType.Int64);
    return new SparkplugBPayloadDecoder().buildFromByteArray(payload, types);
  }

  static Map<String, Metric> metrics(byte[] payload) throws Exception {
    Map<String, Metric> byName = new HashMap<>();
    for (Metric metric : read(payload).getMetrics()) {
      byName.put(metric.getName(), metric);
    }
    return byName;
  }

  static long session(byte[] payload) throws Exception {
    return ((Number) metrics(payload).get("bdSeq").getValue()).longValue();
  }
}
