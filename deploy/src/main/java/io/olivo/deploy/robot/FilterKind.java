package io.olivo.deploy.robot;

/** How a derived channel is computed from another one. */
public enum FilterKind {
  /** First-order lag. */
  LOWPASS,
  /** Low-passed difference quotient. */
  DERIVATIVE
}
