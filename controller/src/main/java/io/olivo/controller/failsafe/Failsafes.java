package io.olivo.controller.failsafe;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.SampleFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All watches of a robot; the strongest answer wins. */
@HotPath
public final class Failsafes implements Stateful {
  private final Watch[] watches;

  /** In the order in which they look. */
  public Failsafes(List<Watch> watches) {
    this.watches = watches.toArray(new Watch[0]);
  }

  /** Nobody watches: for tests and measurements of the rest. */
  public static Failsafes none() {
    return new Failsafes(List.of());
  }

  /** What is wrong now, if anything; see {@link Watch#look}. */
  public @Nullable Fault look(Tick tick, SampleFrame samples, double dtSeconds) {
    Fault worst = null;
    for (Watch watch : watches) {
      Fault found = watch.look(tick, samples, dtSeconds);
      if (found != null && (worst == null || found.outranks(worst))) {
        worst = found;
      }
    }
    return worst;
  }

  /** The robot rests or begins anew. */
  public void rest() {
    for (Watch watch : watches) {
      watch.rest();
    }
  }

  @Override
  public void save(StateWriter out) {
    for (Watch watch : watches) {
      watch.save(out);
    }
  }

  /** A state that was saved before there were failsafes has nothing to say. */
  @Override
  public void load(StateReader in) {
    for (Watch watch : watches) {
      watch.load(in);
    }
  }
}
