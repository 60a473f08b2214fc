package io.olivo.deploy.cli;

import io.olivo.controller.loop.LoopListener;
import io.olivo.deploy.session.RobotLink;
import org.jspecify.annotations.Nullable;

/** Says what happened beside the ticks, on the screen and over MQTT. */
final class RunEvents implements LoopListener {
  private final OutputOptions output;
  private final @Nullable RobotLink link;
  private Runnable atEnd = () -> {};

  RunEvents(OutputOptions output, @Nullable RobotLink link) {
    this.output = output;
    this.link = link;
  }

  /** What to do between the last tick and the safe command. */
  void atEnd(Runnable action) {
    atEnd = action;
  }

  @Override
  public void ending() {
    atEnd.run();
  }

  @Override
  public void lost(long nowNanos) {
    say(nowNanos, "lost", "the simulator fell silent; sending the safe command until it is back");
  }

  @Override
  public void back(long nowNanos) {
    say(nowNanos, "back", "the inputs are back; going on");
  }

  @Override
  public void restarted(long nowNanos) {
    say(nowNanos, "restarted", "a new session or episode begins; what was learned stays");
  }

  @Override
  public void stale(long nowNanos, String channel) {
    say(
        nowNanos,
        "stale",
        channel + " has had no good value for too long; sending the safe command");
  }

  private void say(long nowNanos, String kind, String text) {
    output.notes().println("%n%8.3f s  %s".formatted(nowNanos * 1e-9, text).strip());
    if (link != null) {
      link.tell(nowNanos, kind, text);
    }
  }
}
