package io.olivo.deploy.bench;

/** A garbage collector of the JVM, by its flag. */
public enum Collector {
  /** One thread that stops all others. */
  SERIAL("-XX:+UseSerialGC"),
  /** Many threads that stop all others. */
  PARALLEL("-XX:+UseParallelGC"),
  /** Regions, a pause that is aimed at. */
  G1("-XX:+UseG1GC"),
  /** Collects while the others run. */
  ZGC("-XX:+UseZGC");

  private final String flag;

  Collector(String flag) {
    this.flag = flag;
  }

  /** What the JVM is started with. */
  String flag() {
    return flag;
  }
}
