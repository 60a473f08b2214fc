package io.olivo.deploy.report;

import java.util.List;

/**
 * The parts of the page that need no script: header, facts, table. All text goes through escape.
 */
final class Markup {
  private static final LearnerRow NOTHING =
      new LearnerRow("", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String subtitle(List<String> lines) {
    StringBuilder html = new StringBuilder();
    lines.forEach(line -> html.append("<p>").append(escape(line)).append("</p>\n"));
    return html.toString();
  }

  static String facts(List<Fact> facts) {
    StringBuilder html = new StringBuilder();
    facts.forEach(fact -> html.append(tile(fact)));
    return html.toString();
  }

  private static String tile(Fact fact) {
    return """
        <div class="fact %s">
          <dt>%s%s</dt>
          <dd><span class="value">%s</span> <span class="unit">%s</span></dd>
          <dd class="why">%s</dd>
        </div>
        """
        .formatted(
            switch (fact.verdict()) {
              case GOOD -> "good";
              case PLAIN -> "plain";
              case BAD -> "bad";
            },
            escape(fact.label()),
            mark(fact.verdict()),
            escape(fact.value()),
            escape(fact.unit()),
            escape(fact.explanation()));
  }

  /** The verdict once more as a sign: colour alone does not reach everybody. */
  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case GOOD -> "<span class=\"mark\" role=\"img\" aria-label=\"good\">&#10003;</span>";
      case PLAIN -> "";
      case BAD -> "<span class=\"mark\" role=\"img\" aria-label=\"bad\">&#10007;</span>";
    };
  }

  static String rows(Comparison comparison) {
    LearnerRow base = comparison.named(comparison.baseline()).orElse(NOTHING);
    StringBuilder html = new StringBuilder();
    for (LearnerRow row : comparison.rows()) {
      html.append(row.learner().equals(comparison.ours()) ? "<tr class=\"ours\">" : "<tr>")
          .append("<th scope=\"row\">" + escape(row.learner()) + "</th>")
          .append(cells(row, row.equals(base) ? NOTHING : base))
          .append("</tr>\n");
    }
    return html.toString();
  }

  static String table(FigureTable table) {
    StringBuilder html = new StringBuilder("<table class=\"figures\">\n<thead><tr><td></td>");
    for (String column : table.columns()) {
      html.append("<th scope=\"col\">" + escape(column) + "</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (FigureTable.Row row : table.rows()) {
      html.append(row.ours() ? "<tr class=\"ours\">" : "<tr>")
          .append("<th scope=\"row\">" + escape(row.name()) + "</th>");
      for (int i = 0; i < table.columns().size(); i++) {
        html.append(cell(table.columns().get(i), row.cells().get(i)));
      }
      html.append("</tr>\n");
    }
    String note = "<p class=\"note\">" + escape(table.note()) + "</p>\n";
    return html.append("</tbody>\n</table>\n")
        .append(table.note().isEmpty() ? "" : note)
        .toString();
  }

  private static String cell(String column, FigureTable.Cell cell) {
    StringBuilder small = new StringBuilder();
    cell.small().forEach(line -> small.append("<small>" + escape(line) + "</small>"));
    return cell(escape(column), escape(cell.value()), small.toString());
  }

  private static String cells(LearnerRow row, LearnerRow base) {
    return error("before load, mrad", row.before(), base.before())
        + error("load, first, mrad", row.first(), base.first())
        + error("load, steady, mrad", row.steady(), base.steady())
        + error("load, second, mrad", row.second(), base.second())
        + time("back, first, s", row.t5First())
        + time("back, second, s", row.t5Second());
  }

  private static String error(String column, double mrad, double base) {
    double ratio = mrad / base;
    String share = Double.isFinite(ratio) ? "<small>" + Figures.percent(ratio) + "</small>" : "";
    return cell(column, Figures.of(mrad), share);
  }

  private static String time(String column, double seconds) {
    return cell(column, Double.isFinite(seconds) ? Figures.of(seconds) : "never", "");
  }

  private static String cell(String column, String value, String small) {
    return "<td data-column=\"%s\">%s%s</td>".formatted(column, value, small);
  }
}
