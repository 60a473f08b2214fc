package io.olivo.deploy.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "two words",
        "it's",
        "''",
        "$HOME `id` $(id)",
        "a\\b",
        "*",
        "new\nline",
        "ü",
        "-n"
      })
  void shellTakesAWordAsItIs(String word) throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '%s|' " + Quoted.words(List.of(word, "end")))
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(word + "|end|", said);
  }
}
