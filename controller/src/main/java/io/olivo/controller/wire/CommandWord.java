package io.olivo.controller.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words that a robot obeys. */
public enum CommandWord {
  /** Begin to move, as soon as nothing is wrong. */
  ARM("arm"),
  /** The safe command, until it is armed. */
  DISARM("disarm"),
  /** Go on acting, learn nothing. */
  FREEZE("freeze"),
  /** Learn again. */
  UNFREEZE("unfreeze"),
  /** The safe command, until it is armed again. */
  STOP("stop"),
  /** Another path, see {@link Instruction.Follow}. */
  REFERENCE("reference"),
  /** Other gains of one joint, see {@link Instruction.Tune}. */
  GAIN("gain"),
  /** Save what was learned, now. */
  SNAPSHOT("snapshot"),
  /** Let a snapshot act, see {@link Instruction.Promote}. */
  PROMOTE("promote"),
  /** Go back to what was learned before. */
  ROLLBACK("rollback");

  private final String wire;

  CommandWord(String wire) {
    this.wire = wire;
  }

  /** As it is written. */
  public String wire() {
    return wire;
  }

  /**
   * Whether it makes a robot safer: then nothing but doubt about its sender may stand in its way.
   */
  public boolean isForSafety() {
    return this == STOP || this == DISARM;
  }

  /** All of them as they are written, for {@link Dashboard#commands}. */
  public static List<String> words() {
    return Stream.of(values()).map(CommandWord::wire).toList();
  }

  /** The word that is written so, if there is one. */
  public static Optional<CommandWord> of(String text) {
    return Stream.of(values()).filter(word -> word.wire.equals(text)).findFirst();
  }
}
