package io.olivo.deploy.command;

import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import java.util.HashMap;
import java.util.Map;

/** Of values set several times before a beat the last counts; for one thread. */
final class Newest {
  private final Map<String, Change> waiting = new HashMap<>(); // by what is set; as many as joints

  /** This one counts now, and the one before it no more, if the loop has not come to it. */
  void set(Command command, Change change) {
    Change before = waiting.put(key(command.instruction()), change);
    if (before != null) {
      before.supersede(
          new Outcome(
              Reason.OUT_OF_ORDER,
              "a newer one (%s, seq %d) came before the loop's next beat"
                  .formatted(command.sender(), command.seq())));
    }
  }

  private static String key(Instruction instruction) {
    return instruction instanceof Instruction.Tune tune
        ? "gain " + tune.joint()
        : instruction.said();
  }
}
