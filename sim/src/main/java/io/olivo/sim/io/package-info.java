/**
 * Simulated sensors and actuators: {@link io.olivo.sim.io.SimulatedRobot} puts a plant behind the
 * same ports as a board, {@link io.olivo.sim.io.Imperfection} makes its sensors as bad as real
 * ones, {@link io.olivo.sim.io.Change} alters the plant in flight. {@link
 * io.olivo.sim.io.EpisodePacer} puts it back after every episode, with what is {@link
 * io.olivo.sim.io.Randomised} drawn anew.
 */
@NullMarked
package io.olivo.sim.io;

import org.jspecify.annotations.NullMarked;
