package io.olivo.deploy.robot;

/** What a robot does when nobody listens any more. */
public enum LinkLoss {
  /** It knows its way alone. */
  CONTINUE,
  /** It goes on acting, and learns nothing that nobody sees. */
  FREEZE,
  /** It stops and has to be armed again. */
  STOP
}
