package io.olivo.deploy.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.wire.HomeAssistantDevice;
import io.olivo.controller.wire.Summary;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.robot.HomeAssistantSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A robot as a device of Home Assistant: describes it when it begins and whenever Home Assistant
 * has started, tells how it does every few seconds and when its state changes, and stops it when
 * somebody presses the button. Nothing else can be commanded from there.
 */
public final class HomeAssistantBridge implements Bridge {
  private static final int PATIENCE = 3; // summaries that may be lost before a value counts as lost

  private final Link link;
  private final Topics topics;
  private final Readings readings;
  private final HomeAssistantSpec spec;
  private final byte[] device;
  private final Runnable stop;
  private final LongSupplier nanoClock;
  private volatile boolean asked; // Home Assistant wants to know, now
  private LoopState told = LoopState.DISARMED;
  private long dueNanos;

  /**
   * Shows the robot, or takes it away, as the robot file says.
   *
   * @param software version of the robot's
   * @param errorUnit of {@link Condition#error}
   * @param stop stops the robot; from any thread, at once
   * @param nanoClock as {@link System#nanoTime}
   */
  public HomeAssistantBridge(
      Link link,
      Topics topics,
      Readings readings,
      HomeAssistantSpec spec,
      String software,
      Unit errorUnit,
      Runnable stop,
      LongSupplier nanoClock) {
    this.link = link;
    this.topics = topics;
    this.readings = readings;
    this.spec = spec;
    this.stop = stop;
    this.nanoClock = nanoClock;
    long expire = Math.round(Math.ceil(PATIENCE * spec.everySeconds()));
    device = new HomeAssistantDevice(topics, software, errorUnit, shown(), expire).encode();
    dueNanos = nanoClock.getAsLong();
    begin();
  }

  private List<Channel> shown() {
    return readings.all().stream().filter(this::isShown).toList();
  }

  private boolean isShown(Channel channel) {
    return spec.channels().isEmpty() || spec.channels().contains(channel.name());
  }

  private void begin() {
    String place = HomeAssistantDevice.topic(topics.robot());
    if (spec.use() == HomeAssistantSpec.Use.REMOVE) {
      link.forget(place);
      return;
    }
    link.retain(place, device);
    link.subscribe(HomeAssistantDevice.STATUS_TOPIC, this::hear);
    link.subscribe(topics.stop(), this::obey);
  }

  /** Home Assistant has started and knows nothing but what is retained. */
  private void hear(Message message) {
    if (new String(message.payload(), UTF_8).equals(HomeAssistantDevice.ONLINE)) {
      link.retain(HomeAssistantDevice.topic(topics.robot()), device);
      asked = true;
    }
  }

  /** A retained one would stop the robot at every start, long after somebody meant it. */
  private void obey(Message message) {
    String said = new String(message.payload(), UTF_8);
    if (!message.retained() && said.equals(HomeAssistantDevice.STOP)) {
      stop.run();
    }
  }

  @Override
  public void tell(Condition now) {
    if (spec.use() == HomeAssistantSpec.Use.REMOVE || now.tick().number == 0) {
      return;
    }
    long nanos = nanoClock.getAsLong();
    if (asked || now.state() != told || nanos - dueNanos >= 0) {
      asked = false;
      told = now.state();
      dueNanos = nanos + (long) (spec.everySeconds() * 1e9);
      link.publishNow(topics.summary(), summary(now).encode());
    }
  }

  private Summary summary(Condition now) {
    Map<String, Double> values = new LinkedHashMap<>();
    List<Channel> all = readings.all();
    for (int i = 0; i < all.size(); i++) {
      if (isShown(all.get(i))) {
        values.put(all.get(i).name(), readings.value(now.tick(), i));
      }
    }
    return new Summary(now.word(), now.problem(), now.error(), now.reconnects(), values);
  }

  /** What the broker keeps stays: the robot's own state says that it is gone. */
  @Override
  public void close() {}
}
