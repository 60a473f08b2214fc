/**
 * Layered nets and the arithmetic under them; how they learn is in {@code credit}.
 *
 * <ul>
 *   <li>{@link io.olivo.learning.net.Kernels}: makes {@link io.olivo.learning.net.Mat} and {@link
 *       io.olivo.learning.net.Vec}, whose layout nobody else knows. {@link
 *       io.olivo.learning.net.FloatRows} for speed, {@link io.olivo.learning.net.DoubleRows} for
 *       exactness.
 *   <li>{@link io.olivo.learning.net.DenseNet}: the weights; {@link io.olivo.learning.net.NetSpec}:
 *       shape and beginning; {@link io.olivo.learning.net.Pass}: the activities of one pass.
 *   <li>{@link io.olivo.learning.net.Activation}, {@link io.olivo.learning.net.Loss}: what units
 *       do, and what is to become small.
 * </ul>
 */
@NullMarked
package io.olivo.learning.net;

import org.jspecify.annotations.NullMarked;
