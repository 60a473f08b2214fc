package io.olivo.deploy.cli;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.telemetry.Snapshot;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.CommandService;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.RobotLinks;
import io.olivo.deploy.session.Snapshots;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes along with a run: its link, snapshots, recording, and who obeys commands. */
final class RunCompany {
  private final GuardNotes decisions;
  private final RobotLinks links;
  private final @Nullable Snapshots kept;
  private final Recording recording;
  private @Nullable Function<LoopParts, Adjustments> commands;
  private Supplier<String> obstacles = () -> "";

  /**
   * @param decisions of the learner's guard
   * @param links opens the link, with the robot's login, and keeps what must not be lost on disk
   * @param kept saves generations of what is learned; null for none
   * @param recording records the run
   */
  RunCompany(
      GuardNotes decisions, RobotLinks links, @Nullable Snapshots kept, Recording recording) {
    this.decisions = decisions;
    this.links = links;
    this.kept = kept;
    this.recording = recording;
  }

  /**
   * Obeys commands over MQTT, when there is a link.
   *
   * @param adjustments what they change of the loop's parts
   * @param inTheWay asked before they arm it
   */
  void obey(Function<LoopParts, Adjustments> adjustments, Supplier<String> inTheWay) {
    commands = adjustments;
    obstacles = inTheWay;
  }

  GuardNotes decisions() {
    return decisions;
  }

  @Nullable Snapshots kept() {
    return kept;
  }

  Recording recording() {
    return recording;
  }

  boolean obeys() {
    return commands != null;
  }

  RobotLink connect(URI broker, String name, boolean lasts) throws NoBrokerException {
    return links.open(broker, name, lasts);
  }

  /** Without a broker the robot runs alone, until there is one. */
  RobotLink connectOnceThere(URI broker, String name) throws NoBrokerException {
    return links.openOnceThere(broker, name);
  }

  @Nullable CommandService service(
      @Nullable RobotLink link,
      ControlLoop loop,
      LoopParts parts,
      RunEvents events,
      Snapshot newest) {
    Function<LoopParts, Adjustments> adjustments = commands;
    return link == null || adjustments == null
        ? null
        : new CommandService(
            link.link(),
            link.topics(),
            link.session(),
            loop,
            adjustments.apply(parts),
            kept,
            obstacles,
            (kind, text) -> events.say(newest.newest().nowNanos, kind, text),
            InstantSource.system(),
            () -> newest.newest().nowNanos);
  }
}
