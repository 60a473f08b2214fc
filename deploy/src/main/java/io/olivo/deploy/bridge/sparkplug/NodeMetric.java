package io.olivo.deploy.bridge.sparkplug;

import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import org.eclipse.tahu.message.model.MetricDataType;
import org.jspecify.annotations.Nullable;

/**
 * One value that a node tells.
 *
 * @param name folders and name, by slashes
 * @param type of the value
 * @param unit of the value; null if it has none
 * @param channel whose value it is, for its range; null for another
 */
record NodeMetric(
    String name, MetricDataType type, @Nullable Unit unit, @Nullable Channel channel) {
  static NodeMetric text(String name) {
    return new NodeMetric(name, MetricDataType.String, null, null);
  }

  static NodeMetric flag(String name) {
    return new NodeMetric(name, MetricDataType.Boolean, null, null);
  }

  static NodeMetric number(String name, @Nullable Unit unit) {
    return new NodeMetric(name, MetricDataType.Double, unit, null);
  }

  static NodeMetric of(String folder, Channel channel) {
    return new NodeMetric(
        folder + "/" + channel.name(), MetricDataType.Double, channel.unit(), channel);
  }
}
