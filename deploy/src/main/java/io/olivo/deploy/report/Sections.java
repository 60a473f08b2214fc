package io.olivo.deploy.report;

/** The page's sections, each with its takeaway; a part that the report lacks has no section. */
final class Sections {
  private Sections() {}

  static String of(Report report) {
    StringBuilder html = new StringBuilder();
    if (report.curves() != null) {
      html.append(
          plot(
              "curves",
              "Error over time",
              Takeaway.of(report.curves()),
              "RMSE of the joint angles in windows of 0.5 s; shaded where the load is on."));
    }
    if (report.comparison() != null) {
      html.append(table(report.comparison()));
    }
    if (report.path() != null) {
      html.append(
          plot(
              "path",
              "Path of the hand",
              Takeaway.of(report.path()),
              "Both axes have the same scale."));
    }
    for (int i = 0; i < report.benchmarks().size(); i++) {
      html.append(benchmark(i, report.benchmarks().get(i)));
    }
    report.rankings().forEach(one -> html.append(ranking(one)));
    if (report.repeat() != null) {
      html.append(repeat(report.repeat()));
    }
    if (report.timing() != null) {
      html.append(
          plot(
              "timing",
              "Timing",
              Takeaway.of(report.timing()),
              "How long a tick takes, from reading the sensors to having learned."));
    }
    return html.toString();
  }

  private static String plot(String id, String heading, String takeaway, String note) {
    return "<section id=\"%s\">\n%s</section>\n".formatted(id, canvas(heading, takeaway, note));
  }

  private static String canvas(String heading, String takeaway, String note) {
    String said = Markup.escape(takeaway);
    return """
          <h2>%s</h2>
          <p class="takeaway">%s</p>
          <ul class="legend"></ul>
          <div class="plot"><canvas role="img" aria-label="%s"></canvas></div>
          <p class="note">%s</p>
        """
        .formatted(heading, said, said, note);
  }

  private static String benchmark(int index, Benchmark benchmark) {
    StringBuilder html = new StringBuilder();
    html.append("<section id=\"benchmark-%d\" class=\"curves\">\n".formatted(index));
    html.append(
        canvas(
            Markup.escape(benchmark.title()),
            benchmark.takeaway(),
            Markup.escape(benchmark.note())));
    benchmark.tables().forEach(table -> html.append(Markup.table(table)));
    return html.append("</section>\n").toString();
  }

  private static String ranking(Ranking ranking) {
    return """
        <section>
          <h2>%s</h2>
          <p class="takeaway">%s</p>
        %s%s</section>
        """
        .formatted(
            Markup.escape(ranking.title()),
            Markup.escape(ranking.takeaway()),
            new DotPlot(ranking).svg(),
            Markup.table(ranking.table()));
  }

  private static String repeat(Report.Repeat repeat) {
    return """
        <section id="repeat">
          <h2>How to repeat this</h2>
          <pre><code>%s</code></pre>
          <p class="note">%s</p>
        </section>
        """
        .formatted(Markup.escape(repeat.command()), Markup.escape(repeat.note()));
  }

  private static String table(Comparison comparison) {
    return """
        <section id="comparison">
          <h2>Learners side by side</h2>
          <p class="takeaway">%s</p>
          <table>
            <thead>
              <tr><td></td><th colspan="4" scope="colgroup">RMSE, mrad</th>
                <th colspan="2" scope="colgroup">back under %s mrad, s</th></tr>
              <tr><th scope="col">Learner</th><th scope="col">before load</th>
                <th scope="col">load, first</th><th scope="col">load, steady</th>
                <th scope="col">load, second</th><th scope="col">first</th>
                <th scope="col">second</th></tr>
            </thead>
            <tbody>
        %s</tbody>
          </table>
          <p class="note">Small: share of %s&rsquo;s error in the same window.</p>
        </section>
        """
        .formatted(
            Markup.escape(Takeaway.of(comparison)),
            Figures.of(comparison.thresholdMrad()),
            Markup.rows(comparison),
            Markup.escape(comparison.baseline()));
  }
}
