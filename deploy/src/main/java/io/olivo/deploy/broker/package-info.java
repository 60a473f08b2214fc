/**
 * A broker inside our own process, for the demo, tests and people without one: HiveMQ CE, MQTT 5,
 * on 127.0.0.1 only. A robot that stays is better served by mosquitto.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.broker.EmbeddedBroker}: starts and stops it.
 *   <li>{@link io.olivo.deploy.broker.BrokerPort}: which port it gets.
 *   <li>{@link io.olivo.deploy.broker.BrokerFolders}: where it keeps its files, and its settings.
 * </ul>
 */
@NullMarked
package io.olivo.deploy.broker;

import org.jspecify.annotations.NullMarked;
