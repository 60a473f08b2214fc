/**
 * Simulated plants, found by name. {@link io.olivo.sim.plant.Plant} is the port; a jar that
 * provides one as a service is found like the built-in ones: {@link io.olivo.sim.plant.Arm2},
 * {@link io.olivo.sim.plant.Balancer}, {@link io.olivo.sim.plant.Cart1}, {@link
 * io.olivo.sim.plant.Gaze2}, {@link io.olivo.sim.plant.PanTilt}, {@link
 * io.olivo.sim.plant.Pendulum}, {@link io.olivo.sim.plant.So101}. {@link
 * io.olivo.sim.plant.MechanicalPlant} integrates an equation of motion, {@link
 * io.olivo.sim.plant.InverseDynamics} solves it for the command.
 */
@NullMarked
package io.olivo.sim.plant;

import org.jspecify.annotations.NullMarked;
