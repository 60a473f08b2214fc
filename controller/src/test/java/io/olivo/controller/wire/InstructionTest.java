package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionTest {
  private static final String HEAD =
      "{\"v\":1,\"robot\":\"arm2\",\"session\":\"c1\",\"sender\":\"desk\",\"seq\":1,\"deadline_ms\":5,";

  private static Instruction read(String arguments) throws WireException {
    return Command.decode((HEAD + arguments + "}").getBytes(UTF_8)).instruction();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"command\":\"gain\"",
        "\"command\":\"gain\",\"joint\":\"a\",\"kp\":1",
        "\"command\":\"gain\",\"joint\":\"\",\"kp\":1,\"kd\":1",
        "\"command\":\"gain\",\"joint\":\"a\",\"kp\":-1,\"kd\":1",
        "\"command\":\"gain\",\"joint\":\"a\",\"kp\":\"NaN\",\"kd\":1",
        "\"command\":\"gain\",\"joint\":\"a\",\"kp\":1,\"kd\":\"Infinity\"",
        "\"command\":\"reference\"",
        "\"command\":\"promote\",\"snapshot\":\"../../etc/passwd\"",
        "\"command\":\"promote\"",
      })
  void aKnownWordWithoutSenseSaysWhatItNeeds(String arguments) throws WireException {
    Instruction.Unclear unclear = assertInstanceOf(Instruction.Unclear.class, read(arguments));
    assertTrue(unclear.why().contains("needs"), unclear.why());
  }

  @Test
  void anUnknownWordIsKeptAsItWasSaid() throws WireException {
    assertEquals(new Instruction.Unknown("dance"), read("\"command\":\"dance\""));
    assertEquals(new Instruction.Unknown("STOP"), read("\"command\":\"STOP\""));
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandWord.class,
      names = {"REFERENCE", "GAIN", "PROMOTE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aWordAloneIsTheWholeInstruction(CommandWord word) throws WireException {
    assertEquals(new Instruction.Simple(word), read("\"command\":\"" + word.wire() + "\""));
  }

  @Test
  void everyInstructionCanBeMadeAgainFromItsText() throws WireException {
    for (Instruction made :
        new Instruction[] {
          new Instruction.Tune("shoulder", 0.1, 1e-17),
          new Instruction.Follow("figure8"),
          new Instruction.Promote("ab".repeat(32)),
          new Instruction.Simple(CommandWord.ROLLBACK)
        }) {
      assertEquals(made, Instruction.read(made.text()));
    }
  }

  @Test
  void aFieldThatComesTwiceIsRefused() {
    assertThrows(WireException.class, () -> read("\"command\":\"stop\",\"command\":\"arm\""));
  }

  @Test
  void answersGoToThisRobotsClientsOnly() {
    Topics topics = new Topics("arm2");
    assertTrue(topics.isAnswers(topics.answers("desk")));
    for (String elsewhere :
        new String[] {
          "",
          "olivo/v1/arm2/command",
          "olivo/v1/arm3/answers/desk",
          "olivo/v1/arm2/answers/",
          "olivo/v1/arm2/answers/a/b",
          "olivo/v1/arm2/answers/#",
          "olivo/v1/arm2/answers/+"
        }) {
      assertEquals(false, topics.isAnswers(elsewhere), elsewhere);
    }
  }
}
