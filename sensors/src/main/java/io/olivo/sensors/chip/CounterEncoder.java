package io.olivo.sensors.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Counter;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PolledSensor;
import java.util.List;

/**
 * A quadrature encoder whose edges are counted beside the processor, by a timer or the kernel. Its
 * angle goes on beyond the counter's ceiling:
 *
 * <pre>
 * d = count - count', the shorter way round;  angle += d 2 pi / edges per turn
 * </pre>
 *
 * <p>Where the counter is at 0 the angle is 0 at first; counts above half of its ceiling are behind
 * it. Between two readings the shaft may go less than half the ceiling. After an outage the angle
 * goes on from the counter, which has counted meanwhile; a counter that was set to 0 is a jump.
 */
public final class CounterEncoder implements PolledSensor {
  private static final long SMALLEST_CEILING = 3;
  private static final long LARGEST_CEILING = Long.MAX_VALUE / 4;

  private final String name;
  private final Counter counter;
  private final double edge; // rad
  private long round; // counts until it is where it was
  private long last; // count
  private long position; // counts

  /**
   * @param name for messages, such as "encoder at counter0/count0"
   * @param counter of its edges
   * @param edgesPerTurn as it is counted: four times its periods with "quadrature x4"
   * @param reversed whether the angle grows the other way
   */
  public CounterEncoder(String name, Counter counter, int edgesPerTurn, boolean reversed) {
    if (edgesPerTurn < 1) {
      throw new IllegalArgumentException(name + " needs edges in a turn, got " + edgesPerTurn);
    }
    this.name = name;
    this.counter = counter;
    edge = (reversed ? -2 : 2) * StrictMath.PI / edgesPerTurn;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Measure("angle", Unit.RADIAN));
  }

  @Override
  public double begin(int step) throws BusException {
    long ceiling = counter.begin();
    if (ceiling < SMALLEST_CEILING || ceiling > LARGEST_CEILING) {
      throw new BusException("%s: its ceiling cannot be %d".formatted(name, ceiling));
    }
    if (round != ceiling + 1) { // at first, or another one was set: counts mean something else
      round = ceiling + 1;
      last = 0;
      position = 0;
    }
    return READY;
  }

  @Override
  public void read(double[] out) throws BusException {
    long count = counter.read();
    if (count < 0 || count >= round) {
      throw new BusException("%s: %d is above its ceiling".formatted(name, count));
    }
    position += Math.floorMod(count - last + round / 2, round) - round / 2;
    last = count;
    out[0] = position * edge;
  }
}
