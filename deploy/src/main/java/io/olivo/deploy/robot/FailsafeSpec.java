package io.olivo.deploy.robot;

import io.olivo.controller.failsafe.FailsafeConfig;

/**
 * When a robot must not go on.
 *
 * @param config what the loop itself watches
 * @param linkLostSeconds how long the link may be down
 * @param linkLoss what to do then
 */
public record FailsafeSpec(FailsafeConfig config, double linkLostSeconds, LinkLoss linkLoss) {}
