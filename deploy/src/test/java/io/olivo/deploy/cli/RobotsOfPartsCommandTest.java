package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsOfPartsCommandTest {
  private static final Pattern ERROR = Pattern.compile("\"rms_error_last_10s\" *: *([0-9.eE-]+)");

  private final Spoken spoken = new Spoken();

  /** Feedback alone leaves 1.7 rad of the balancer's path, and .3 rad/s of slip. */
  @ParameterizedTest
  @CsvSource({"balancer, .8", "pantilt, .1"})
  void itLearnsThroughTheRegistersOfItsChips(String robot, double most) {
    String[] run = {"run", robot, "--devices", "--for", "40s", "--seed", "1", "-q", "--json"};
    assertEquals(ExitCode.OK, spoken.olivo(run), spoken.said());
    Matcher error = ERROR.matcher(spoken.printed());
    assertTrue(error.find(), spoken.printed());
    assertTrue(Double.parseDouble(error.group(1)) < most, error.group());
  }
}
