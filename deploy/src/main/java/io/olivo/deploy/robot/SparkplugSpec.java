package io.olivo.deploy.robot;

/**
 * The robot as an edge node of Sparkplug B.
 *
 * @param group its group id
 * @param everySeconds between two messages with what has changed [s]
 */
public record SparkplugSpec(String group, double everySeconds) {}
