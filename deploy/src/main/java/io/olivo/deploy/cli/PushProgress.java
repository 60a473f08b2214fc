package io.olivo.deploy.cli;

import io.olivo.deploy.push.Witness;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;

/** A line for every step of a push, and a bar while bytes are on their way. */
final class PushProgress implements Witness {
  private final OutputOptions output;
  private final ProgressLine line;

  PushProgress(OutputOptions output) {
    this.output = output;
    line = new ProgressLine(output.screen(), output.notes());
  }

  @Override
  public void done(String step, String what) {
    line.clear();
    output.note("%-10s %s".formatted(step, what));
  }

  @Override
  public void note(String text) {
    line.clear();
    output.note("%-10s %s".formatted("note", text));
  }

  @Override
  public void sent(long bytes, long all) {
    if (!output.quiet()) {
      double share = all == 0 ? 1 : bytes / (double) all;
      String detail = "%.1f of %.1f MB".formatted(bytes / 1e6, all / 1e6);
      line.show(System.nanoTime(), new Progress("send", share, detail, new double[0]));
    }
  }
}
