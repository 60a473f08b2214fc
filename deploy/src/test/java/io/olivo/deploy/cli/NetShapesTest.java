package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NetShapesTest {
  private final NetShapes.Reader reader = new NetShapes.Reader();

  @Test
  void shapesAreReadAsTheyAreWritten() {
    List<List<Integer>> widths = reader.convert("784-256-10, 8-2").widths();
    assertEquals(List.of(List.of(784, 256, 10), List.of(8, 2)), widths);
    assertEquals("784-256-10", NetShapes.text(widths.getFirst()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "8-", "8-0", "-8-2", "8-2,", "8-x", "8-100000"})
  void whatIsNoShapeIsRefusedWithAnExample(String text) {
    var refused = assertThrows(TypeConversionException.class, () -> reader.convert(text));
    assertTrue(refused.getMessage().contains("as in 784-256-10"));
  }
}
