package io.olivo.deploy.report;

import java.util.Locale;

/** A ranking as a drawing: a dot for every run, a bar at the mean, a line where ours is. */
final class DotPlot {
  private static final int LABELS = 300; // px
  private static final int PLOT = 600;
  private static final int RIGHT = 70;
  private static final int ROW = 26;

  private final Ranking ranking;
  private final double low;
  private final double high;

  DotPlot(Ranking ranking) {
    this.ranking = ranking;
    double[] all =
        ranking.lines().stream()
            .flatMap(line -> line.values().stream())
            .mapToDouble(v -> v)
            .sorted()
            .toArray();
    double least = all.length == 0 ? 0 : all[0];
    double most = all.length == 0 ? 1 : all[all.length - 1];
    double margin = Math.max((most - least) * .04, 1e-6);
    low = least - margin;
    high = most + margin;
  }

  String svg() {
    int height = ROW * (ranking.lines().size() + 1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg class=\"dots\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(LABELS + PLOT + RIGHT, height + 8, Markup.escape(ranking.takeaway())));
    for (int i = 0; i < ranking.lines().size(); i++) {
      svg.append(line(ranking.lines().get(i), i, height));
    }
    return svg.append(text(LABELS + PLOT / 2.0, height, "middle", ranking.axis()))
        .append("</svg>\n")
        .toString();
  }

  private String line(Ranking.Line line, int row, int height) {
    double y = ROW * (row + .5);
    double mean = x(line.mean());
    StringBuilder svg =
        new StringBuilder("<g class=\"%s\">".formatted(line.ours() ? "ours" : "other"));
    svg.append(text(LABELS - 10, y + 5, "end", line.name()));
    svg.append(stroke("rule", LABELS, y, LABELS + PLOT, y));
    if (Double.isFinite(mean)) {
      svg.append(line.ours() ? stroke("ours", mean, 0, mean, height - ROW) : "");
      svg.append(stroke("mean", mean, y - 8, mean, y + 8));
      svg.append(text(LABELS + PLOT + 8, y + 5, "start", Figures.of(line.mean())));
    }
    for (double value : line.values()) {
      svg.append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>".formatted(x(value), y));
    }
    return svg.append("</g>\n").toString();
  }

  private double x(double value) {
    return LABELS + PLOT * (value - low) / (high - low);
  }

  private static String stroke(String kind, double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        kind,
        x1,
        y1,
        x2,
        y2);
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        Markup.escape(text));
  }
}
