package io.olivo.deploy.robot;

import io.olivo.controller.failsafe.FailsafeConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * When a robot must not go on.
 *
 * @param config what the loop itself watches
 * @param linkLostSeconds how long the link may be down
 * @param linkLoss what to do then
 * @param watchdog device that restarts the board when nobody feeds it; null for none
 */
public record FailsafeSpec(
    FailsafeConfig config, double linkLostSeconds, LinkLoss linkLoss, @Nullable Path watchdog) {}
