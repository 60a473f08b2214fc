package io.olivo.deploy.robot;

/** What of a net is shaken, to learn from nothing but whether the loss grew. */
public enum NetPerturb {
  /** The drive of every unit. */
  NODE,
  /** The same, with the inputs of every layer decorrelated. */
  DECORRELATED_NODE
}
