package io.olivo.deploy.robot;

import java.net.URI;
import java.util.Optional;

/**
 * The link to the outside.
 *
 * @param broker of MQTT, with its port; empty for no link
 * @param telemetryHertz messages per second [Hz]
 */
public record LinkSpec(Optional<URI> broker, double telemetryHertz) {}
