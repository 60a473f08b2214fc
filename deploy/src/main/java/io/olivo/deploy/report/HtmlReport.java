package io.olivo.deploy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report as one HTML file with everything in it: style, script, data. */
public final class HtmlReport {
  private static final String CHART_JS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HtmlReport() {}

  /** Writes the file, replacing an older one; its folder is made when missing. */
  public static void write(Report report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, page(report));
  }

  static String page(Report report) {
    return fill(resource("report.html"), slots(report));
  }

  private static Map<String, String> slots(Report report) {
    return Map.ofEntries(
        Map.entry("title", Markup.escape(report.title())),
        Map.entry("subtitle", Markup.subtitle(report.subtitle())),
        Map.entry("seed", Markup.escape(report.seed())),
        Map.entry("date", Markup.escape(report.date())),
        Map.entry("version", Markup.escape(report.version())),
        Map.entry("facts", Markup.facts(report.facts())),
        Map.entry("sections", Sections.of(report)),
        Map.entry("style", resource("report.css")),
        Map.entry("chart-js", withoutSourceMap(resource(CHART_JS))),
        Map.entry("script", resource("report.js")),
        Map.entry("data", json(report)));
  }

  /** Every slot once, in one pass: what is put in is never read as a slot. */
  private static String fill(String page, Map<String, String> slots) {
    return SLOT.matcher(page)
        .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
  }

  /** As JSON that can't end its script element, whatever the texts in it say. */
  static String json(Report report) {
    return JSON.writeValueAsString(report)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** A browser's developer tools would look for the map beside the report. */
  private static String withoutSourceMap(String script) {
    return script.replaceFirst("(?m)^//# sourceMappingURL=.*$", "");
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the distribution lacks " + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
