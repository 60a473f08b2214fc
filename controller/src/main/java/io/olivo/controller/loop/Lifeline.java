package io.olivo.controller.loop;

import io.olivo.actuators.safety.FencedActuators;

/**
 * What a supervisor holds of a loop.
 *
 * @param pulse whether it lives
 * @param actuators to seize when it does not
 * @param machine to stop it
 */
record Lifeline(Pulse pulse, FencedActuators actuators, StateMachine machine) {}
