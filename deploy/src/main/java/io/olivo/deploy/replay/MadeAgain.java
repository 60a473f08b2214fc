package io.olivo.deploy.replay;

import io.olivo.controller.loop.Adjustment;
import io.olivo.controller.wire.WireException;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.RefusedException;

/** What commands changed in the recorded run, made again from their texts. */
record MadeAgain(Adjustments commands) implements io.olivo.controller.replay.Adjustments {
  @Override
  public Adjustment read(String text) {
    try {
      return commands.read(text);
    } catch (WireException | RefusedException e) {
      throw new IllegalArgumentException(text + ": " + e.getMessage(), e);
    }
  }
}
