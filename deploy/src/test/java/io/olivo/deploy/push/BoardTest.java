package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The other end is a shell that does something else than it is told. */
class BoardTest {
  private static final int MUCH = 300_000; // bytes, more than a pipe holds

  /** Says that it is root, and then does the same whatever it is told. */
  private record Stubborn(String does) implements Connection {
    @Override
    public Process start(String command) throws IOException {
      return new ProcessBuilder("sh", "-c", command.equals("id -u") ? "echo 0" : does).start();
    }

    @Override
    public void close() {}
  }

  private static Board board(String does) throws Exception {
    return Board.open(new Stubborn(does));
  }

  @Test
  void whoSaysMuchOnBothStreamsIsHeardToTheEnd() throws Exception {
    String much = "head -c %d /dev/zero | tr '\\0' x".formatted(MUCH);
    Answer answer = board("%s; %s >&2; exit 7".formatted(much, much)).run(Script.HAVE, List.of());
    assertEquals(7, answer.code());
    assertEquals(MUCH, answer.lines().getFirst().length());
    assertEquals(MUCH, answer.errors().length());
  }

  @Test
  void whoDoesNotListenIsNoReasonToHang() throws Exception {
    Answer answer = board("exit 3").send("/", out -> out.write(new byte[MUCH]));
    assertEquals(3, answer.code());
  }

  @Test
  void linesAreHeardAndFactsAreFound() throws Exception {
    List<String> heard = new ArrayList<>();
    Answer answer =
        board("cat >/dev/null; printf 'a=1\\nb= two words \\na=3\\n'")
            .run(Script.LOOK, List.of(), heard::add);
    assertEquals(List.of("a=1", "b= two words ", "a=3"), heard);
    assertEquals("two words", answer.fact("b"));
    assertEquals(List.of("1", "3"), answer.all("a"));
    assertEquals("", answer.fact("c"));
  }

  @Test
  void lostConnectionIsNoAnswer() throws Exception {
    Board board = board("echo gone >&2; exit 255");
    NoConnectionException lost =
        assertThrows(NoConnectionException.class, () -> board.run(Script.LOOK, List.of()));
    assertTrue(lost.getMessage().contains("gone"), lost.getMessage());
    assertThrows(NoConnectionException.class, () -> board.hold("me"));
  }
}
