package io.olivo.controller.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/** Instructions among the fields of a message: written, and taken up as they come. */
final class InstructionJson {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private String command = "";
  private String reference = "";
  private String joint = "";
  private double kp = Double.NaN;
  private double kd = Double.NaN;
  private String snapshot = "";

  void take(String name, JsonIn in) throws WireException {
    switch (name) {
      case "command" -> command = in.shortText();
      case "reference" -> reference = in.shortText();
      case "joint" -> joint = in.shortText();
      case "kp" -> kp = in.number();
      case "kd" -> kd = in.number();
      case "snapshot" -> snapshot = in.shortText();
      default -> in.skip();
    }
  }

  Instruction finished() {
    Optional<CommandWord> word = CommandWord.of(command);
    return word.isEmpty() ? new Instruction.Unknown(command) : of(word.get());
  }

  private Instruction of(CommandWord word) {
    return switch (word) {
      case REFERENCE ->
          reference.isEmpty()
              ? unclear(word, "a \"reference\"")
              : new Instruction.Follow(reference);
      case GAIN -> gain(word);
      case PROMOTE ->
          DIGEST.matcher(snapshot).matches()
              ? new Instruction.Promote(snapshot)
              : unclear(word, "a \"snapshot\" of 64 hex digits");
      case ARM, DISARM, FREEZE, UNFREEZE, STOP, SNAPSHOT, ROLLBACK -> new Instruction.Simple(word);
    };
  }

  private Instruction gain(CommandWord word) {
    boolean sound = isGain(kp) && isGain(kd) && !joint.isEmpty();
    return sound
        ? new Instruction.Tune(joint, kp, kd)
        : unclear(word, "a \"joint\", and \"kp\" and \"kd\" that are finite and not negative");
  }

  private static boolean isGain(double value) {
    return value >= 0 && Double.isFinite(value); // also refuses NaN
  }

  private static Instruction unclear(CommandWord word, String wanted) {
    return new Instruction.Unclear(word, "\"" + word.wire() + "\" needs " + wanted);
  }

  static void write(JsonOut out, Instruction instruction) {
    out.text("command", instruction.said());
    switch (instruction) {
      case Instruction.Follow follow -> out.text("reference", follow.path());
      case Instruction.Tune tune ->
          out.text("joint", tune.joint()).number("kp", tune.kp()).number("kd", tune.kd());
      case Instruction.Promote promote -> out.text("snapshot", promote.digest());
      case Instruction.Simple _, Instruction.Unclear _, Instruction.Unknown _ -> {}
    }
  }
}
