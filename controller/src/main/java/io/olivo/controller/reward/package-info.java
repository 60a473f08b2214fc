/**
 * Where reward comes from: one number per tick that says how well it goes.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.reward.FormulaReward}: a formula over what is measured.
 * </ul>
 */
@NullMarked
package io.olivo.controller.reward;

import org.jspecify.annotations.NullMarked;
