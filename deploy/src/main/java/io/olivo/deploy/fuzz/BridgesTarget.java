package io.olivo.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.telemetry.Tick;
import io.olivo.controller.wire.HomeAssistantDevice;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.bridge.Condition;
import io.olivo.deploy.bridge.HomeAssistantBridge;
import io.olivo.deploy.bridge.Readings;
import io.olivo.deploy.bridge.sparkplug.SparkplugNode;
import io.olivo.deploy.robot.HomeAssistantSpec;
import io.olivo.deploy.robot.SparkplugSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Home Assistant and a host of Sparkplug: only the very word stops, only the very word has the
 * device described again, only a command for a rebirth brings one.
 */
final class BridgesTarget implements Target {
  private static final double SELDOM = 1e6; // s, so that nothing is told that nobody asked for
  private static final Readings READINGS =
      new Readings(
          List.of(new Channel("a.angle", Unit.RADIAN, -3, 3)),
          List.of(new Channel("a.torque", Unit.NEWTON_METRE, -9, 9)));
  private static final String NCMD = "spBv1.0/fuzz/NCMD/";
  private static final String NBIRTH = "spBv1.0/fuzz/NBIRTH/";

  private final Link link;
  private final Topics topics;
  private final RandomGenerator chance;
  private final SparkplugNode node;
  private final Condition condition;
  private long stops;
  private long shown;
  private long births;
  private long stopsSeen;
  private long birthsSeen;
  private long before; // stops, descriptions and births
  private long effects;
  private long inputs;
  private long wrong;

  BridgesTarget(Link link, Topics topics, RandomGenerator chance) {
    this.link = link;
    this.topics = topics;
    this.chance = chance;
    Tick tick = new Tick(2, 1, 1, 0);
    tick.number = 1;
    condition = new Condition(tick, LoopState.RUNNING, "", 0, 0);
    new HomeAssistantBridge(
        link,
        topics,
        READINGS,
        new HomeAssistantSpec(HomeAssistantSpec.Use.SHOW, SELDOM, List.of()),
        "0.1.0",
        Unit.RADIAN,
        () -> stops++,
        System::nanoTime);
    node =
        SparkplugNode.over(
            link,
            new SparkplugSpec("fuzz", SELDOM),
            topics.robot(),
            READINGS,
            List.of(),
            Unit.RADIAN);
    link.subscribe(HomeAssistantDevice.topic(topics.robot()), message -> shown++);
    link.subscribe(NBIRTH + topics.robot(), message -> births++);
    shown = 0; // what is retained came at once
    node.tell(condition);
  }

  @Override
  public Message next(long clockMillis) {
    inputs++;
    return switch (chance.nextInt(6)) {
      case 0 -> text(topics.stop(), chance.nextInt(9) == 0 ? "stop" : "STOP");
      case 1 -> text(HomeAssistantDevice.STATUS_TOPIC, chance.nextBoolean() ? "online" : "offline");
      default -> Message.plain(NCMD + topics.robot(), HostCommand.any(chance));
    };
  }

  private static Message text(String topic, String word) {
    return Message.certain(topic, word.getBytes(UTF_8));
  }

  @Override
  public void look(Message message) {
    if (message.topic().startsWith(NCMD)) {
      node.tell(condition);
    }
    long now = stops + shown + births;
    if (now != before) {
      effects++;
      wrong += now == before + 1 && explains(message) ? 0 : 1;
      before = now;
    }
  }

  private boolean explains(Message message) {
    boolean stopped = stops != stopsSeen;
    boolean born = births != birthsSeen;
    stopsSeen = stops;
    birthsSeen = births;
    if (stopped) {
      return says(message, topics.stop(), "stop") && !message.retained();
    }
    return born
        ? message.topic().equals(NCMD + topics.robot())
            && !message.retained()
            && HostCommand.asksForRebirth(message.payload())
        : says(message, HomeAssistantDevice.STATUS_TOPIC, "online");
  }

  private static boolean says(Message message, String topic, String word) {
    return message.topic().equals(topic) && Arrays.equals(message.payload(), word.getBytes(UTF_8));
  }

  @Override
  public Found found() {
    long all = stops + shown + births;
    link.publish(text(topics.stop(), "stop"));
    link.publish(text(HomeAssistantDevice.STATUS_TOPIC, "online"));
    link.publish(Message.plain(NCMD + topics.robot(), HostCommand.rebirth()));
    node.tell(condition);
    boolean work = stops + shown + births == all + 3;
    return new Found("bridges", inputs, effects, wrong + (work ? 0 : 1));
  }

  @Override
  public void close() {
    node.close();
  }
}
