/**
 * Others who are told of a robot in a language of their own, off the loop's thread.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.bridge.Bridges}: those that the robot file asks for; {@link
 *       io.olivo.deploy.bridge.Bridge}: one of them.
 *   <li>{@link io.olivo.deploy.bridge.Condition}: what they are told; {@link
 *       io.olivo.deploy.bridge.Readings}: its numbers by channel.
 *   <li>{@link io.olivo.deploy.bridge.HomeAssistantBridge}: a device of Home Assistant.
 *   <li>{@code sparkplug}: an edge node of Sparkplug B.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.bridge;

import org.jspecify.annotations.NullMarked;
