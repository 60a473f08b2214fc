/**
 * Controllers that are told the plant's equations, to measure those against that must find them
 * out.
 *
 * <ul>
 *   <li>{@link io.olivo.sim.model.ComputedTorque}: knows everything, parameters included; the limit
 *       of what a feedforward can do.
 *   <li>{@link io.olivo.sim.model.SlotineLi}: knows the arm's equation and adapts its ten
 *       parameters, Slotine and Li (1987); teaching signal: error. {@link
 *       io.olivo.sim.model.ArmRegressor} is that equation.
 * </ul>
 */
@NullMarked
package io.olivo.sim.model;

import org.jspecify.annotations.NullMarked;
