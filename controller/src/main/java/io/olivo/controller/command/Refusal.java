package io.olivo.controller.command;

import io.olivo.controller.wire.Reason;

/**
 * Why something is not obeyed.
 *
 * @param reason in a word
 * @param text for people
 */
record Refusal(Reason reason, String text) {}
