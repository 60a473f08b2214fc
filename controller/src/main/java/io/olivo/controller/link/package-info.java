/**
 * The way out, over MQTT 5. The loop offers, a thread of the link sends: a slow broker costs
 * telemetry, not ticks.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.link.Link}: our port; {@link io.olivo.controller.link.Slot}: one
 *       topic's outgoing payloads, of which the newest win.
 *   <li>{@link io.olivo.controller.link.Message}: what travels, with what MQTT 5 says beside it.
 *   <li>{@link io.olivo.controller.link.PahoLink}: the port over Eclipse Paho, which only this
 *       package knows.
 *   <li>{@link io.olivo.controller.link.LocalLink}: without a broker.
 *   <li>{@link io.olivo.controller.link.LinkSupervisor}: connects, notices a dead or stuck
 *       connection, replaces it by a new one, subscribes again.
 *   <li>{@link io.olivo.controller.link.Connector}, {@link io.olivo.controller.link.Connection}:
 *       one connection, used once; what the supervisor supervises.
 *   <li>{@link io.olivo.controller.link.Tls}: the files by which broker and robot know each other,
 *       read by {@code PemFiles}; {@code TlsSockets}: sockets that check the broker's name.
 *   <li>{@link io.olivo.controller.link.LastWill}, {@link io.olivo.controller.link.Greeting}: what
 *       a connection ends and begins with.
 * </ul>
 *
 * <p>Known faults of Paho 1.2.5 that shape this package: a client may stay in "connecting" for ever
 * (so a client has a hard time limit and is thrown away, never mended); subscribing inside {@code
 * connectComplete} can deadlock (so the supervisor's thread subscribes); the delay of its automatic
 * reconnect is a static field shared by all clients (so it stays off); an exception in {@code
 * messageArrived} closes the connection (so handlers are caught).
 */
@NullMarked
package io.olivo.controller.link;

import org.jspecify.annotations.NullMarked;
