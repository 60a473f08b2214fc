package io.olivo.deploy.cli;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Supervisor;
import io.olivo.deploy.session.HardwareWatchdog;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.Systemd;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what happened beside the ticks, on the screen and over MQTT. */
final class RunEvents implements LoopListener, Supervisor.Listener {
  private final OutputOptions output;
  private final @Nullable RobotLink link;
  private final Systemd service = Systemd.of(System.getenv());
  private final long beganNanos = System.nanoTime();
  private Runnable atEnd = () -> {};
  private volatile @Nullable HardwareWatchdog watchdog;
  private Runnable atStop = () -> {};
  private Recording recording = Recording.none();
  private volatile LoopState last = LoopState.DISARMED;
  private boolean ready; // was told to who manages services

  private volatile boolean episodes; // are the rule, and not told

  RunEvents(OutputOptions output, @Nullable RobotLink link) {
    this.output = output;
    this.link = link;
  }

  /** Where else it is said. */
  void record(Recording other) {
    recording = other;
  }

  /** What to do between the last tick and the safe command. */
  void atEnd(Runnable action) {
    atEnd = action;
  }

  /** What to do when a fault has stopped the robot. */
  void atStop(Runnable action) {
    atStop = action;
  }

  /** Something to feed as long as the loop lives. */
  void feed(HardwareWatchdog device) {
    watchdog = device;
  }

  /** The loop beats: that is all a service promises, whether its robot is armed or not. */
  @Override
  public void alive() {
    long now = System.nanoTime();
    if (!ready) {
      ready = true;
      tellService(null);
      service.ready();
    }
    service.alive(now);
    HardwareWatchdog fed = watchdog;
    if (fed != null) {
      fed.alive(now);
    }
  }

  @Override
  public void ending() {
    service.stopping();
    atEnd.run();
  }

  @Override
  public void entered(long nowNanos, LoopState state, @Nullable Fault why) {
    boolean first = last == LoopState.DISARMED && state == LoopState.RUNNING;
    synchronized (service) {
      last = state;
      tellService(why);
    }
    if (!first) {
      say(nowNanos, word(state), text(state, why));
    }
    if (state == LoopState.SAFE_STOP) {
      atStop.run();
    }
  }

  /** One after the other: olivo push believes it when it says that nothing can move. */
  private void tellService(@Nullable Fault why) {
    synchronized (service) {
      service.status(word(last) + because(why));
    }
  }

  private static String text(LoopState state, @Nullable Fault why) {
    return switch (state) {
      case DISARMED -> "disarmed; the safe command stays" + because(why);
      case ARMED -> "waiting with the safe command" + because(why);
      case RUNNING -> "running";
      case FROZEN -> "running frozen: acts, learns nothing";
      case SAFE_STOP -> "STOPPED with the safe command" + because(why);
    };
  }

  private static String because(@Nullable Fault why) {
    return why == null ? "" : ": " + why.text();
  }

  private static String word(LoopState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void refused(long nowNanos, Fault why) {
    say(nowNanos, "refused", "not armed: " + why.text());
  }

  /** Whether it begins anew all the time, on purpose. */
  void expectEpisodes(boolean expected) {
    episodes = expected;
  }

  @Override
  public void restarted(long nowNanos) {
    if (!episodes) {
      say(nowNanos, "restarted", "a new session or episode begins; what was learned stays");
    }
  }

  @Override
  public void dead(Fault why) {
    say(
        System.nanoTime() - beganNanos,
        "dead-loop",
        "the supervisor sent the safe command: " + why.text());
  }

  /** Says anything else that happened, from any thread. */
  synchronized void say(long nowNanos, String kind, String text) {
    output.notes().println("%n%8.3f s  %s".formatted(nowNanos * 1e-9, text).strip());
    recording.tell(nowNanos, kind, text);
    if (link != null) {
      link.tell(nowNanos, kind, text);
    }
  }
}
