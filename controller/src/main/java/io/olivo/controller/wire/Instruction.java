package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a command wants, apart from who wants it and when. Whatever is wrong with it is a case of
 * its own, so that whoever sent it can be told.
 */
public sealed interface Instruction {
  /**
   * A word that says everything: arm, disarm, freeze, unfreeze, stop, snapshot or rollback.
   *
   * @param word which
   */
  record Simple(CommandWord word) implements Instruction {}

  /**
   * {@code "command":"reference","reference":"figure8"}.
   *
   * @param path by its name in a robot file
   */
  record Follow(String path) implements Instruction {
    @Override
    public CommandWord word() {
      return CommandWord.REFERENCE;
    }
  }

  /**
   * {@code "command":"gain","joint":"shoulder","kp":60.0,"kd":4.0}.
   *
   * @param joint by its name in the robot file
   * @param kp finite and not negative [actuator unit per joint unit]
   * @param kd the same [actuator unit per joint unit/s]
   */
  record Tune(String joint, double kp, double kd) implements Instruction {
    @Override
    public CommandWord word() {
      return CommandWord.GAIN;
    }
  }

  /**
   * {@code "command":"promote","snapshot":"9f86d081..."}.
   *
   * @param digest SHA-256 of the snapshot, in 64 hex digits
   */
  record Promote(String digest) implements Instruction {
    @Override
    public CommandWord word() {
      return CommandWord.PROMOTE;
    }
  }

  /**
   * A known word whose arguments make no sense.
   *
   * @param word which
   * @param why in words
   */
  record Unclear(CommandWord word, String why) implements Instruction {}

  /**
   * A word that this robot doesn't know.
   *
   * @param text the word
   */
  record Unknown(String text) implements Instruction {
    @Override
    public CommandWord word() {
      throw new IllegalStateException("\"" + text + "\" is no word");
    }
  }

  /** Which word; not of {@link Unknown}. */
  CommandWord word();

  /** The word as it was written. */
  default String said() {
    return this instanceof Unknown unknown ? unknown.text() : word().wire();
  }

  /** All of it as one line of JSON, from which {@link #read} makes it again. */
  default String text() {
    JsonOut out = new JsonOut();
    InstructionJson.write(out, this);
    return new String(out.done(), UTF_8);
  }

  /** Reads what {@link #text} wrote. */
  static Instruction read(String text) throws WireException {
    InstructionJson draft = new InstructionJson();
    JsonIn.read(text.getBytes(UTF_8), draft::take).require("command");
    return draft.finished();
  }
}
