package io.olivo.learning.net;

/** What is to become small, per sample; outputs o are linear. */
public enum Loss {
  /** L = |o - y|^2 / 2, dL/do = o - y. */
  SQUARED,
  /** L = -y . log softmax(o), dL/do = softmax(o) - y; y sums to 1. */
  CROSS_ENTROPY
}
