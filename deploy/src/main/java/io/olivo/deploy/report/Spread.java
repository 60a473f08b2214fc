package io.olivo.deploy.report;

/**
 * How far the runs behind a line lie apart. The arrays are not copied.
 *
 * @param name of the line
 * @param x [point]
 * @param low the least of all runs [point]
 * @param high the largest of all runs [point]
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares two of them
public record Spread(String name, double[] x, double[] low, double[] high) {}
