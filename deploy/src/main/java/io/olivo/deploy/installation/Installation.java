package io.olivo.deploy.installation;

/** What lies beside this program. */
public final class Installation {
  private static final boolean SIMULATOR = has("io/olivo/sim/plant/Plant.class");
  private static final boolean BROKER = has("com/hivemq/embedded/EmbeddedHiveMQ.class");

  private Installation() {}

  /** Whether robots can be simulated here. */
  public static boolean hasSimulator() {
    return SIMULATOR;
  }

  /**
   * Refuses what needs the simulator where there is none.
   *
   * @param what as one types it, such as "demo"
   */
  public static void requireSimulator(String what) {
    if (!SIMULATOR) {
      throw new DesktopOnlyException(
          "olivo %s: this is a board's installation, without the simulator; run it on a desktop. Here goes \"olivo run ROBOT --io board\", or --io mirror against \"olivo sim ROBOT\" on a desktop"
              .formatted(what));
    }
  }

  /** Refuses to start a broker where there is none to start. */
  public static void requireBroker() {
    if (!BROKER) {
      throw new DesktopOnlyException(
          "this is a board's installation, without a broker of its own; give one with --broker, or start one here with `mosquitto -p 1883`");
    }
  }

  private static boolean has(String file) {
    return Installation.class.getClassLoader().getResource(file) != null;
  }
}
