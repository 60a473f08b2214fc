package io.olivo.deploy.bridge;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.bridge.sparkplug.SparkplugNode;
import io.olivo.deploy.robot.BridgeSpec;
import io.olivo.deploy.robot.HomeAssistantSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.robot.SparkplugSpec;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.Version;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bridges that a robot file asks for. */
public final class Bridges implements AutoCloseable {
  private final List<Bridge> all = new ArrayList<>();
  private final @Nullable RobotLink link;
  private final ControlLoop loop;

  /**
   * Builds them.
   *
   * @param link of the robot; null for no bridges
   * @throws NoBrokerException when Sparkplug, which needs one of its own, gets no connection
   */
  public Bridges(RobotSpec robot, LoopParts parts, ControlLoop loop, @Nullable RobotLink link)
      throws NoBrokerException {
    this.link = link;
    this.loop = loop;
    if (link != null) {
      build(robot.link().bridges(), link, parts, errorUnit(robot, parts));
    }
  }

  private void build(BridgeSpec asked, RobotLink link, LoopParts parts, Unit errorUnit)
      throws NoBrokerException {
    if (asked.homeAssistant().isPresent()) {
      all.add(homeAssistant(asked.homeAssistant().get(), link, Readings.of(parts), errorUnit));
    }
    if (asked.sparkplug().isPresent()) {
      all.add(sparkplug(asked.sparkplug().get(), link, parts, errorUnit));
    }
  }

  private Bridge homeAssistant(
      HomeAssistantSpec spec, RobotLink link, Readings readings, Unit errorUnit) {
    return new HomeAssistantBridge(
        link.link(),
        link.topics(),
        readings,
        spec,
        Version.text(),
        errorUnit,
        () -> loop.order(Order.STOP),
        System::nanoTime);
  }

  private static Bridge sparkplug(
      SparkplugSpec spec, RobotLink link, LoopParts parts, Unit errorUnit)
      throws NoBrokerException {
    return SparkplugNode.connect(
        link.access().config("olivo-node-" + RobotLink.newSession()),
        spec,
        link.topics().robot(),
        Readings.of(parts),
        parts.learner().figureNames(),
        errorUnit);
  }

  private static Unit errorUnit(RobotSpec robot, LoopParts parts) {
    return switch (robot.skill()) {
      case SkillSpec.Track _ -> parts.joints().getFirst().unit();
      case SkillSpec.Cancel _ -> Unit.RADIAN_PER_SECOND;
      case SkillSpec.Reward _ -> Unit.RADIAN;
    };
  }

  /**
   * Tells all of them; some times a second, on one thread.
   *
   * @param tick the newest
   * @param error of the skill, in the unit of what it controls
   */
  public void tell(Tick tick, double error) {
    RobotLink told = link;
    if (told != null && !all.isEmpty()) {
      Condition now = Condition.of(loop, tick, error, told.counters().reconnects());
      all.forEach(bridge -> bridge.tell(now));
    }
  }

  @Override
  public void close() {
    all.forEach(Bridge::close);
  }
}
