package io.olivo.sensors.chip.emulated;

/** A quadrature encoder on a shaft: its edges, and the two lines that make them. */
public final class EmulatedEncoder {
  private static final int PHASES = 4;

  private final Physical world;
  private final int edgesPerTurn;

  /**
   * @param world with the shaft
   * @param edgesPerTurn four times its periods
   */
  public EmulatedEncoder(Physical world, int edgesPerTurn) {
    this.world = world;
    this.edgesPerTurn = edgesPerTurn;
  }

  /** Edges from angle 0 to where the shaft is. */
  public long edges() {
    return (long) Math.floor(world.angle() / (2 * StrictMath.PI) * edgesPerTurn + .5);
  }

  /** The line that is ahead when the angle grows. */
  public boolean a() {
    int phase = phase();
    return phase == 1 || phase == 2;
  }

  /** The other line. */
  public boolean b() {
    return phase() >= 2;
  }

  private int phase() {
    return Math.floorMod(edges(), PHASES);
  }
}
