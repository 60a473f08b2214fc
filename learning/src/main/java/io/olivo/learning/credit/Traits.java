package io.olivo.learning.credit;

/**
 * What a rule is, for tables and for choosing one.
 *
 * @param signal what teaches it
 * @param transport what its way back must be told of the forward weights
 * @param phases passes over the net per sample, forward ones and backward ones together
 * @param local whether every change of a synapse needs only what its two units and one broadcast
 *     number have
 * @param spiking whether a form for spiking units is known
 * @param deepest hidden layers with evidence in its paper or in later ones
 * @param use where a robot would use it, one sentence
 * @param paper the source
 */
public record Traits(
    Signal signal,
    Transport transport,
    int phases,
    boolean local,
    boolean spiking,
    int deepest,
    String use,
    String paper) {}
