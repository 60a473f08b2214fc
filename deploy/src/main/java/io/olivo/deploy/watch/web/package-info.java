/**
 * The web page: files on the class path, served to browsers, which speak MQTT with the broker
 * themselves.
 *
 * <ul>
 *   <li>{@link io.olivo.deploy.watch.web.WebPage}: serves it, and tells it where the broker is.
 *   <li>{@link io.olivo.deploy.watch.web.Assets}: which files there are, and their types.
 *   <li>{@link io.olivo.deploy.watch.web.WebSockets}: where a broker listens for browsers.
 * </ul>
 *
 * <p>The page itself is in the resources beside: {@code page.js} begins; {@code link.js} is the
 * connection, {@code robots.js} what robots said, {@code commands.js} what they are told; {@code
 * list.js}, {@code robot.js}, {@code plots.js} and {@code sketch.js} show it by {@code dom.js}.
 */
@NullMarked
package io.olivo.deploy.watch.web;

import org.jspecify.annotations.NullMarked;
