package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** However the machine runs the code, interpreted or compiled, it computes the same bits. */
@Execution(ExecutionMode.CONCURRENT)
class SameBitsTest {
  private static String digestOf(String seed, String... flags) throws Exception {
    OlivoProcess run =
        OlivoProcess.run(
            List.of(flags),
            "run",
            "arm2",
            "--for=6s",
            "--seed=" + seed,
            "--digest",
            "--json",
            "--quiet");
    return run.text("digest") + run.text("digest_ticks");
  }

  @Test
  void interpreterAndBothCompilersAgree() throws Exception {
    String optimised = digestOf("5", "-XX:-TieredCompilation");
    assertEquals(optimised, digestOf("5", "-XX:TieredStopAtLevel=1"));
    assertEquals(optimised, digestOf("5", "-Xint"));
    assertNotEquals(optimised, digestOf("6", "-XX:TieredStopAtLevel=1"), "another seed differs");
  }
}
