package io.olivo.sim.io;

/**
 * A change of the plant in flight.
 *
 * @param atSeconds robot time
 * @param parameter of the plant
 * @param values its new value
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the plant as it is; never compared
public record Change(double atSeconds, String parameter, double... values) {}
