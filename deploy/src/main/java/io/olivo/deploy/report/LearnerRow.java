package io.olivo.deploy.report;

/**
 * One learner's numbers around the load; NaN where a run did not get there.
 *
 * @param learner its name
 * @param before RMSE before the load goes on [mrad]
 * @param first RMSE right after the load goes on for the first time [mrad]
 * @param steady RMSE once settled under load [mrad]
 * @param second RMSE right after the load goes on for the second time [mrad]
 * @param t5First time until the error stays under the threshold, first load [s]; NaN: never
 * @param t5Second the same for the second load [s]; NaN: never
 */
public record LearnerRow(
    String learner,
    double before,
    double first,
    double steady,
    double second,
    double t5First,
    double t5Second) {}
