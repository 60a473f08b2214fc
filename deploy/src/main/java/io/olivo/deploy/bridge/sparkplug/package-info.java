/**
 * A robot as an edge node of Sparkplug B 3.0, for SCADA systems. Only this package knows Eclipse
 * Tahu.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.bridge.sparkplug.SparkplugNode}: the session: birth, data, death,
 *       rebirth.
 *   <li>{@code NodeMetrics}: what it tells; {@code NodeMetric}: one of them.
 *   <li>{@code NodePayloads}: bytes of them, by Tahu.
 * </ul>
 *
 * <p>Rules are named by their id in the specification, {@code tck-id-...}.
 */
@NullMarked
package io.olivo.deploy.bridge.sparkplug;

import org.jspecify.annotations.NullMarked;
