package io.olivo.deploy.robot;

/**
 * A pin of a chip, which hangs on an output or a line of something else.
 *
 * @param key in the robot file
 * @param required whether it must be wired to something that the controller drives or reads
 * @param example as one writes it
 * @param meaning for people
 */
record ChipPin(String key, boolean required, String example, String meaning) {}
