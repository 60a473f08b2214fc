package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import java.util.List;

/**
 * A quadrature encoder whose two lines are looked at by turns. <b>Only for slow shafts</b>: it has
 * to look more often than edges come, and a thread of a common kernel may look some milliseconds
 * late. With 20 edges to a turn and a look every millisecond, one turn per second is safe. Whatever
 * turns faster needs a {@link CounterEncoder}.
 *
 * <p>The angle is 0 where the shaft stood at first. It tells how often it looked too late, as far
 * as it can know: of four missed edges it sees nothing.
 */
public final class LineEncoder implements PolledSensor {
  private final String name;
  private final DigitalLine a;
  private final DigitalLine b;
  private final double edge; // rad
  private final QuadratureDecoder decoder = new QuadratureDecoder();
  private boolean begun;

  /**
   * @param name for messages, such as "encoder at lines 23 and 24"
   * @param a line that is ahead when the angle grows
   * @param b the other one
   * @param edgesPerTurn four times its periods
   */
  public LineEncoder(String name, DigitalLine a, DigitalLine b, int edgesPerTurn) {
    if (edgesPerTurn < 1) {
      throw new IllegalArgumentException(name + " needs edges in a turn, got " + edgesPerTurn);
    }
    this.name = name;
    this.a = a;
    this.b = b;
    edge = 2 * StrictMath.PI / edgesPerTurn;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("angle", Unit.RADIAN), new Measure("missed", Unit.ONE));
  }

  /** Begun anew, it has not looked for a while: that is told as missed, and the angle goes on. */
  @Override
  public double begin(int step) throws BusException {
    decoder.begin(a.read(), b.read());
    if (begun) {
      decoder.miss();
    }
    begun = true;
    return READY;
  }

  @Override
  public void read(double[] out) throws BusException {
    decoder.next(a.read(), b.read());
    out[0] = decoder.count() * edge;
    out[1] = decoder.missed();
  }
}
