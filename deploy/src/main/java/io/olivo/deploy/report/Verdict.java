package io.olivo.deploy.report;

/** How a fact is to be taken. */
public enum Verdict {
  GOOD,
  PLAIN,
  BAD
}
