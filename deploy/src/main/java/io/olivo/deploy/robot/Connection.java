package io.olivo.deploy.robot;

/**
 * From a channel to what a device measures or is told: channel = scale * (device - zero).
 *
 * @param device its name
 * @param part what of it, as in "rate.y"
 * @param scale how the device counts; -1 turns it round
 * @param zero what the device says when the channel is 0 [the channel's unit]
 */
public record Connection(String device, String part, double scale, double zero) {}
