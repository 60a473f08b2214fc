package io.olivo.controller.command;

import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.Reason;
import org.jspecify.annotations.Nullable;

/** What a door says to a message. */
public sealed interface Entry {
  /** Where its answer goes. */
  ReturnAddress to();

  /**
   * It is to be obeyed.
   *
   * @param command with an instruction that makes sense
   * @param to where its answer goes
   */
  record Admitted(Command command, ReturnAddress to) implements Entry {}

  /**
   * It is not obeyed.
   *
   * @param command null when it could not be read
   * @param reason why
   * @param text why, for people
   * @param to where its answer goes
   */
  record Refused(@Nullable Command command, Reason reason, String text, ReturnAddress to)
      implements Entry {}

  /**
   * It came before, and is answered as before.
   *
   * @param command that came again
   * @param answer of the first time; null while there is none: the first is still being obeyed
   * @param to where its answer goes
   */
  record Repeated(Command command, @Nullable Answer answer, ReturnAddress to) implements Entry {}
}
