package io.olivo.deploy.robot;

/** How a derived channel is computed from others. */
public enum FilterKind {
  /** First-order lag. */
  LOWPASS,
  /** Low-passed difference quotient. */
  DERIVATIVE,
  /** Tilt about x, of the rate about x and the accelerations along y and z. */
  TILT_X,
  /** Tilt about y, of the rate about y and the accelerations along x and z. */
  TILT_Y;

  /** Whether it is computed from several channels. */
  public boolean isFusion() {
    return this == TILT_X || this == TILT_Y;
  }
}
