package io.olivo.controller.failsafe;

import io.olivo.controller.observe.Observer;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SampleFrame;
import org.jspecify.annotations.Nullable;

/**
 * A measured channel without a good value for longer than {@code loop.stale_after} pauses the
 * robot, and after {@code sensor_lost.give_up} stops it.
 */
@HotPath
final class LostSensor implements Watch {
  private final Observer observer;
  private final double giveUpSeconds;
  private double missingSeconds;
  private @Nullable Fault standing;

  LostSensor(Observer observer, double giveUpSeconds) {
    this.observer = observer;
    this.giveUpSeconds = giveUpSeconds;
  }

  @Override
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    int channel = observer.staleChannel();
    if (channel < 0) {
      standing = null;
      missingSeconds = 0;
      return null;
    }
    if (standing == null) { // it may be as long as a jump of the clock
      standing = fault(samples.channel(channel).name(), Fault.Response.PAUSE);
    } else {
      missingSeconds += dtSeconds;
    }
    if (missingSeconds > giveUpSeconds && standing.response() == Fault.Response.PAUSE) {
      standing = fault(standing.part(), Fault.Response.STOP);
    }
    return standing;
  }

  private Fault fault(String channel, Fault.Response response) {
    double limit = response == Fault.Response.STOP ? giveUpSeconds : observer.staleSeconds();
    double value = response == Fault.Response.STOP ? missingSeconds : observer.ageSeconds();
    return new Fault(Trouble.SENSOR_LOST, response, channel, value, limit, "s");
  }

  @Override
  public void save(StateWriter out) {
    out.put("failsafe.lost", missingSeconds);
  }

  @Override
  public void load(StateReader in) {
    missingSeconds = in.has("failsafe.lost") ? in.getDouble("failsafe.lost") : 0;
  }
}
