package io.olivo.deploy.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
  @Test
  void theFileHoldsTheChartLibraryAndLoadsNothing(@TempDir Path folder) throws IOException {
    Path file = Path.of(System.getProperty("olivo.report", folder + "/new/report.html"));
    HtmlReport.write(PlausibleRun.report(), file);
    String page = Files.readString(file);
    assertTrue(page.contains("Chart.js v4.5.1"));
    assertFalse(Pattern.compile("<(script|link|img)[^>]*(src|href)=").matcher(page).find());
    assertFalse(page.contains("sourceMappingURL"));
    assertFalse(page.contains("{{"), "a slot was left empty");
  }

  @Test
  void aTextCannotEndTheScriptThatHoldsIt() {
    String evil = "</script><script>alert('x')</script><!-- {{data}} & \u2028";
    Report report = plain(evil);
    String page = HtmlReport.page(report);
    assertFalse(page.contains("alert('x')</script>"));
    assertFalse(page.contains("<!--"));
    assertEquals(
        evil, JsonMapper.shared().readTree(HtmlReport.json(report)).get("title").asString());
  }

  @Test
  void aPartThatIsMissingHasNoSection() {
    assertFalse(HtmlReport.page(plain("only a title")).contains("<section"));
  }

  @Test
  void aGapInTheDataIsStillJson() {
    String json =
        HtmlReport.json(
            new Report(
                "gap",
                List.of(),
                1,
                "",
                "",
                List.of(),
                new LearningCurves(
                    List.of(new Series("PD", new double[] {1}, new double[] {Double.NaN})),
                    "PD",
                    "PD",
                    List.of()),
                null,
                null,
                null));
    assertTrue(json.contains("\"NaN\""), json);
  }

  private static Report plain(String title) {
    return new Report(title, List.of(title), 1, title, title, List.of(), null, null, null, null);
  }
}
