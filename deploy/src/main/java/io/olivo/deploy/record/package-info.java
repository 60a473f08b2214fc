/**
 * Recorded streams of real robots: rows of a CSV file, and how well a learner predicted them.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.record.CsvRecord}: a file, row by row, with errors that help.
 *   <li>{@link io.olivo.deploy.record.CsvDialect}: separator, header, number or not.
 *   <li>{@link io.olivo.deploy.record.StreamScore}: normalised mean squared error per output.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.record;

import org.jspecify.annotations.NullMarked;
