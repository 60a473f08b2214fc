package io.olivo.actuators.chip;

import io.olivo.actuators.bus.DrivenActuator;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import java.util.List;

/**
 * All motors of one board, as one actuator: one turn on the bus for all of them. A motor that can't
 * let go does not keep the others from it.
 */
public final class Motors implements DrivenActuator {
  private final OutputBoard board;
  private final Motor[] motors;
  private final List<Measure> inputs;

  /**
   * @param board their outputs are on; a motor may have outputs elsewhere, too
   * @param motors in the order of the inputs
   */
  public Motors(OutputBoard board, List<? extends Motor> motors) {
    this.board = board;
    this.motors = motors.toArray(new Motor[0]);
    inputs = motors.stream().map(Motor::input).toList();
  }

  @Override
  public String name() {
    return board.name();
  }

  @Override
  public List<Measure> inputs() {
    return inputs;
  }

  /** Begins the board, then lets go. */
  @Override
  public double begin(int step) throws BusException {
    double wait = board.begin(step);
    if (wait == READY) {
      releaseFrom(0);
    }
    return wait;
  }

  @Override
  public void write(double[] values) throws BusException {
    for (int i = 0; i < motors.length; i++) {
      motors[i].write(values[i]);
    }
    board.send();
  }

  @Override
  public void release() throws BusException {
    try {
      board.off();
    } finally {
      releaseFrom(0);
    }
    board.send();
  }

  private void releaseFrom(int first) throws BusException {
    if (first < motors.length) {
      try {
        motors[first].release();
      } finally {
        releaseFrom(first + 1);
      }
    }
  }

  @Override
  public double rounded(int input, double value) {
    return motors[input].rounded(value);
  }
}
