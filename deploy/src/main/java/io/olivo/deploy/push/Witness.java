package io.olivo.deploy.push;

/** Is told how a push goes. */
public interface Witness {
  /** A step was done. */
  void done(String step, String what);

  /** Something to know that is no reason to stop. */
  void note(String text);

  /** So much of it is there [bytes]. */
  void sent(long bytes, long all);
}
