package io.olivo.controller.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in, and why the rest is not. */
class CommandDoorTest {
  private static final long NOW = 1_796_041_979_123L;
  private static final Topics ARM2 = new Topics("arm2");
  private static final Instruction STOP = new Instruction.Simple(CommandWord.STOP);
  private static final Instruction ARM = new Instruction.Simple(CommandWord.ARM);
  private static final byte[] CORRELATION = {7, 8};

  private long nowMillis = NOW;
  private long nowNanos;
  private final CommandDoor door =
      new CommandDoor(
          ARM2,
          "c1",
          () -> Instant.ofEpochMilli(nowMillis),
          () -> nowNanos,
          new DoorLimits(30_000, 10, 3, 4));

  private Command command(String sender, long seq, Instruction instruction) {
    return new Command("arm2", "c1", sender, seq, nowMillis + 1000, instruction);
  }

  private static Message message(Command command) {
    return Message.certain(ARM2.command(), command.encode())
        .expiring(5)
        .answeredAt(ARM2.answers("desk"), CORRELATION);
  }

  private Entry knock(String sender, long seq, Instruction instruction) {
    return door.knock(message(command(sender, seq, instruction)));
  }

  private static void assertAdmitted(Entry entry) {
    assertInstanceOf(Entry.Admitted.class, entry, entry.toString());
  }

  private void assertRefused(Reason reason, Entry entry) {
    Entry.Refused refused = assertInstanceOf(Entry.Refused.class, entry, entry.toString());
    assertEquals(reason, refused.reason(), refused.text());
    assertTrue(refused.text().length() > 5);
    assertTrue(door.counters().refused(reason) > 0, "it is counted");
  }

  @Test
  void goodCommandIsAdmittedWithTheAddressOfItsAnswer() {
    Entry entry = knock("desk", 1, STOP);
    assertAdmitted(entry);
    assertEquals(ARM2.answers("desk"), entry.to().topic());
    assertEquals(CORRELATION, entry.to().correlation());
    assertEquals(1, door.counters().admitted());
  }

  @Test
  void retainedIsRefused() {
    Message good = message(command("desk", 1, STOP));
    Message retained =
        new Message(good.topic(), good.payload(), true, false, 1, "", new byte[0], 5);
    assertRefused(Reason.RETAINED, door.knock(retained));
  }

  @Test
  void withoutExpiryIsRefused() {
    Message good = message(command("desk", 1, STOP));
    assertRefused(Reason.EXPIRED, door.knock(good.expiring(Message.NO_EXPIRY)));
    assertRefused(Reason.EXPIRED, door.knock(good.expiring(0)));
  }

  @Test
  void anotherRobotIsMeant() {
    Command other = new Command("arm3", "c1", "desk", 1, NOW + 1000, STOP);
    assertRefused(Reason.WRONG_ROBOT, door.knock(message(other)));
    Message elsewhere =
        Message.certain("olivo/v1/arm3/command", command("desk", 1, STOP).encode()).expiring(5);
    assertRefused(Reason.WRONG_ROBOT, door.knock(elsewhere));
  }

  @Test
  void anotherRunIsMeant() {
    Command before = new Command("arm2", "c0", "desk", 1, NOW + 1000, STOP);
    assertRefused(Reason.WRONG_SESSION, door.knock(message(before)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stop",
        "{}",
        "{\"v\":2}",
        "[[[[[[[[[[[[[[",
        "{\"v\":1,\"robot\":\"arm2\",\"session\":\"c1\",\"sender\":\"d\",\"seq\":1,\"command\":\"arm\"}"
      })
  void whatIsNoCommandIsInvalid(String payload) {
    Message message = Message.certain(ARM2.command(), payload.getBytes(UTF_8)).expiring(5);
    assertRefused(Reason.INVALID, door.knock(message));
  }

  @Test
  void whatIsTooLongIsInvalidAndWhatIsSaidOfItIsShort() {
    byte[] huge = new byte[1 << 20];
    assertRefused(Reason.INVALID, door.knock(Message.certain(ARM2.command(), huge).expiring(5)));
    String word = "x".repeat(60_000);
    Message wordy =
        Message.certain(
                ARM2.command(),
                ("{\"v\":1,\"" + word + "\":0,\"robot\":\"" + word + "\"}").getBytes(UTF_8))
            .expiring(5);
    Entry.Refused refused = (Entry.Refused) door.knock(wordy);
    assertEquals(Reason.INVALID, refused.reason());
    assertTrue(refused.text().length() <= 300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "olivo/v1/arm3/answers/desk",
        "olivo/v1/arm2/command",
        "olivo/v1/arm2/answers/+",
        "bank/transfer"
      })
  void answersNeverGoElsewhere(String topic) {
    Message good = message(command("desk", 1, STOP));
    Entry entry = door.knock(good.answeredAt(topic, CORRELATION));
    assertRefused(Reason.INVALID, entry);
    assertEquals(false, entry.to().isSomewhere());
  }

  @Test
  void correlationIsShort() {
    Message good = message(command("desk", 1, STOP));
    assertRefused(Reason.INVALID, door.knock(good.with(new byte[65])));
    assertAdmitted(door.knock(good.with(new byte[64])));
  }

  @Test
  void lateIsRefused() {
    Message message = message(command("desk", 1, STOP));
    nowMillis += 1001;
    assertRefused(Reason.EXPIRED, door.knock(message));
  }

  @Test
  void deadlineIsAtMostHalfAMinuteAhead() {
    assertRefused(
        Reason.TOO_FAR_AHEAD,
        door.knock(message(new Command("arm2", "c1", "desk", 1, NOW + 30_001, STOP))));
    assertRefused(
        Reason.TOO_FAR_AHEAD,
        door.knock(message(new Command("arm2", "c1", "desk", 1, Long.MAX_VALUE, STOP))));
    assertAdmitted(door.knock(message(new Command("arm2", "c1", "desk", 1, NOW + 30_000, STOP))));
  }

  @Test
  void replayedIsNotObeyedAgainButAnsweredAsBefore() {
    Command first = command("desk", 1, ARM);
    Message message = message(first);
    assertAdmitted(door.knock(message));
    Entry.Repeated pending = assertInstanceOf(Entry.Repeated.class, door.knock(message));
    assertNull(pending.answer(), "the first is still being obeyed");
    Answer answer = new Answer("arm2", "desk", 1, "arm", Reason.DONE, "running", 5, NOW);
    Answer other = new Answer("arm2", "desk", 1, "stop", Reason.DUPLICATE, "used", 5, NOW);
    door.answered(command("desk", 1, STOP), other); // another command of that number
    door.answered(first, answer);
    assertSame(answer, assertInstanceOf(Entry.Repeated.class, door.knock(message)).answer());
    assertEquals(1, door.counters().admitted());
    assertEquals(2, door.counters().refused(Reason.DUPLICATE));
  }

  @Test
  void anotherCommandWithAUsedNumberIsADuplicate() {
    assertAdmitted(knock("desk", 1, STOP));
    assertRefused(Reason.DUPLICATE, knock("desk", 1, ARM));
  }

  @Test
  void outOfOrderIsRefusedForEachSenderOnItsOwn() {
    assertAdmitted(knock("desk", 5, STOP));
    assertRefused(Reason.OUT_OF_ORDER, knock("desk", 4, ARM));
    assertAdmitted(knock("phone", 1, STOP));
    assertAdmitted(knock("desk", 6, STOP));
  }

  @Test
  void tooManyAreRefusedButNeverAStop() {
    for (int i = 1; i <= 3; i++) {
      assertAdmitted(knock("desk", i, ARM));
    }
    assertRefused(Reason.TOO_FAST, knock("desk", 4, ARM));
    assertAdmitted(knock("desk", 5, STOP));
    assertAdmitted(knock("desk", 6, new Instruction.Simple(CommandWord.DISARM)));
    nowNanos += 100_000_000; // one more in 100 ms
    assertAdmitted(knock("desk", 7, ARM));
    assertRefused(Reason.TOO_FAST, knock("desk", 8, ARM));
  }

  @Test
  void unknownWordsAndBadValuesAreRefused() {
    assertRefused(Reason.UNKNOWN_COMMAND, knock("desk", 1, new Instruction.Unknown("dance")));
    assertRefused(
        Reason.BAD_VALUE, knock("desk", 2, new Instruction.Tune("shoulder", Double.NaN, 1)));
  }

  @ParameterizedTest
  @EnumSource(
      value = CommandWord.class,
      names = {"REFERENCE", "GAIN", "PROMOTE"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyPlainWordIsAdmitted(CommandWord word) {
    assertAdmitted(knock("desk", 1, new Instruction.Simple(word)));
  }

  @Test
  void sendersAreForgottenOnlyWhenNothingOfThemCouldBeObeyedTwice() {
    Message first = message(command("s0", 1, STOP));
    door.knock(first);
    for (int i = 1; i < 4; i++) {
      nowNanos += 1_000_000_000;
      assertAdmitted(knock("s" + i, 1, ARM));
    }
    nowNanos += 1_000_000_000;
    assertRefused(Reason.TOO_FAST, knock("s4", 1, ARM));
    assertAdmitted(knock("s5", 1, STOP));
    assertInstanceOf(Entry.Repeated.class, door.knock(first), "it is still remembered");
    nowMillis += 1001;
    assertAdmitted(knock("s6", 1, ARM));
    assertRefused(Reason.EXPIRED, door.knock(first));
  }

  @Test
  void memoryIsBoundedHoweverManySendersThereAre() {
    for (int i = 0; i < 10_000; i++) {
      nowMillis += 10;
      nowNanos += 1_000_000_000;
      knock("s" + i, i, ARM);
      assertTrue(door.senders() <= 4);
    }
    assertTrue(door.counters().refused(Reason.TOO_FAST) > 5000);
  }
}
