/**
 * A run as one HTML file that opens from disk, without a network, and says what it shows.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.report.HtmlReport}: writes a {@link io.olivo.deploy.report.Report}.
 *   <li>{@link io.olivo.deploy.report.Report}: everything that is in the file, as data: {@link
 *       io.olivo.deploy.report.Fact} (with a {@link io.olivo.deploy.report.Verdict}), {@link
 *       io.olivo.deploy.report.LearningCurves} (of {@link io.olivo.deploy.report.Series}, with a
 *       {@link io.olivo.deploy.report.Band} per load), {@link io.olivo.deploy.report.Comparison}
 *       (of {@link io.olivo.deploy.report.LearnerRow}), {@link io.olivo.deploy.report.HandPath},
 *       {@link io.olivo.deploy.report.Timing} and a {@link io.olivo.deploy.report.Benchmark} per
 *       plant (with a {@link io.olivo.deploy.report.Spread} per learner and {@link
 *       io.olivo.deploy.report.FigureTable}s).
 *   <li>{@link io.olivo.deploy.report.Ranking}: things side by side; {@code DotPlot}: its drawing.
 *   <li>{@link io.olivo.deploy.report.Takeaway}: one sentence per plot, from the same data.
 *   <li>{@link io.olivo.deploy.report.Markup}: facts and table as HTML, text escaped; {@link
 *       io.olivo.deploy.report.Figures}: numbers as people read them.
 * </ul>
 *
 * The page itself (report.html, report.css, report.js) lies among the resources of this package;
 * the plots are drawn by Chart.js, which is copied into the file.
 */
@NullMarked
package io.olivo.deploy.report;

import org.jspecify.annotations.NullMarked;
