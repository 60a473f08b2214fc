package io.olivo.deploy.bridge.sparkplug;

import io.olivo.deploy.bridge.Condition;
import io.olivo.deploy.bridge.Readings;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a node ever tells, in a fixed order, and what of it has changed (tck-id-
 * operational-behavior-data-publish-nbirth, -values, -change).
 */
final class NodeMetrics {
  private final Readings readings;
  private final int figures;
  private final List<NodeMetric> all = new ArrayList<>();
  private final @Nullable Object[] now; // [metric], null when there is no value
  private final @Nullable Object[] told; // [metric]

  NodeMetrics(Readings readings, List<String> figures, Unit errorUnit) {
    this.readings = readings;
    this.figures = figures.size();
    all.add(NodeMetric.text("State"));
    all.add(NodeMetric.text("Problem"));
    all.add(NodeMetric.number("Error", errorUnit));
    readings.sensors().forEach(channel -> all.add(NodeMetric.of("Sensors", channel)));
    readings.actuators().forEach(channel -> all.add(NodeMetric.of("Actuators", channel)));
    for (Channel channel : readings.actuators()) {
      all.add(NodeMetric.flag("Clipped/" + channel.name()));
    }
    figures.forEach(name -> all.add(NodeMetric.number("Learner/" + name, null)));
    now = new Object[all.size()];
    told = new Object[all.size()];
  }

  List<NodeMetric> all() {
    return all;
  }

  @Nullable Object value(int metric) {
    return now[metric];
  }

  /** Takes over how the robot does. */
  void take(Condition condition) {
    int i = 0;
    now[i++] = condition.word();
    now[i++] = condition.problem();
    now[i++] = finite(condition.error());
    for (int channel = 0; channel < readings.all().size(); channel++) {
      now[i++] = finite(readings.value(condition.tick(), channel));
    }
    for (boolean clipped : condition.tick().clipped) {
      now[i++] = clipped;
    }
    for (int figure = 0; figure < figures; figure++) {
      now[i++] = finite(condition.tick().figures[figure]);
    }
  }

  /** A number that is none is no value, which every host understands. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  /** Which metrics differ from what was told last. */
  List<Integer> changed() {
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < now.length; i++) {
      if (!Objects.equals(now[i], told[i])) {
        changed.add(i);
      }
    }
    return changed;
  }

  /** All of it is on its way. */
  void toldAll() {
    System.arraycopy(now, 0, told, 0, now.length);
  }
}
