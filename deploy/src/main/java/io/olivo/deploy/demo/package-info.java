/**
 * The whole system without hardware.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.demo.DemoPlan}: when the load is on.
 *   <li>{@link io.olivo.deploy.demo.MirroredRun}: Olivo against a simulator process, over MQTT.
 *   <li>{@link io.olivo.deploy.demo.Outcome}: what one learner reached on the plan.
 *   <li>{@link io.olivo.deploy.demo.HandTrace}: where the hand went.
 *   <li>{@link io.olivo.deploy.demo.DemoReport}: all of it as a page.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.demo;

import org.jspecify.annotations.NullMarked;
