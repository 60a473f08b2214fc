package io.olivo.controller.loop;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.SampleFrame;

/** What the parts of a loop remember between two ticks. */
final class LoopMemory implements Stateful {
  private final LoopParts parts;
  private final SampleFrame samples;

  LoopMemory(LoopParts parts, SampleFrame samples) {
    this.parts = parts;
    this.samples = samples;
  }

  @Override
  public void save(StateWriter out) {
    saveFrame(out);
    out.put("loop.derived", parts.sensors().memory());
    out.put("loop.envelope", parts.envelope().memory());
    parts.observer().save(out);
    parts.reference().save(out);
    parts.feedback().save(out);
    parts.failsafes().save(out);
  }

  private void saveFrame(StateWriter out) {
    long[] stamps = new long[samples.size()];
    double[] values = new double[samples.size()];
    long[] valid = new long[samples.size()];
    for (int i = 0; i < stamps.length; i++) {
      stamps[i] = samples.stampNanos(i);
      values[i] = samples.value(i);
      valid[i] = samples.valid(i) ? 1 : 0;
    }
    out.put("loop.frame.values", values);
    out.put("loop.frame.stamps", stamps);
    out.put("loop.frame.valid", valid);
  }

  @Override
  public void load(StateReader in) {
    loadFrame(in);
    parts.sensors().recall(in.values("loop.derived"));
    parts.envelope().recall(in.values("loop.envelope"));
    parts.observer().load(in);
    parts.reference().load(in);
    parts.feedback().load(in);
    parts.failsafes().load(in);
  }

  private void loadFrame(StateReader in) {
    long[] stamps = new long[samples.size()];
    double[] values = new double[samples.size()];
    in.get("loop.frame.stamps", stamps);
    in.get("loop.frame.values", values);
    for (int i = 0; i < stamps.length; i++) {
      if (stamps[i] != SampleFrame.NEVER) {
        samples.put(i, values[i], stamps[i]);
      }
    }
    refuseAgain(in);
  }

  /** What an older version saved does not say which readings jumped. */
  private void refuseAgain(StateReader in) {
    if (in.has("loop.frame.valid")) {
      long[] valid = new long[samples.size()];
      in.get("loop.frame.valid", valid);
      for (int i = 0; i < valid.length; i++) {
        if (valid[i] == 0) {
          samples.refuse(i);
        }
      }
    }
  }
}
