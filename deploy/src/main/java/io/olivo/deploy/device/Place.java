package io.olivo.deploy.device;

import io.olivo.actuators.bus.Drive;

/**
 * Where a motor is told.
 *
 * @param drive of its board or line
 * @param input index into what that is told
 */
record Place(Drive drive, int input) {}
