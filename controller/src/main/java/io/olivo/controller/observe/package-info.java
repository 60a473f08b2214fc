/**
 * From named samples to plain vectors: names and units end here.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.observe.Observer}: frame to state vector, holding the last good
 *       value of a channel for a while.
 *   <li>{@link io.olivo.controller.observe.Joint}, {@link
 *       io.olivo.controller.observe.DefaultInputs}: a learner's inputs derived from the units and
 *       ranges of the joints.
 * </ul>
 */
@NullMarked
package io.olivo.controller.observe;

import org.jspecify.annotations.NullMarked;
