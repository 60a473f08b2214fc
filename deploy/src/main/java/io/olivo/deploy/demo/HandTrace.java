package io.olivo.deploy.demo;

import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.report.Series;
import io.olivo.sim.plant.Arm2;
import java.util.Arrays;

/** Where the bench arm's hand should be and was, every tenth tick, over one round of the figure. */
public final class HandTrace implements Telemetry {
  private static final int EVERY = 10;

  private final GroundTruth robot;
  private final double[] truth = new double[2];
  private final double[] desired = new double[2];
  private final double[] hand = new double[2];
  private final double[][] wanted; // [x or y][sample] m
  private final double[][] reached; // [x or y][sample] m
  private final double[] seconds; // [sample]
  private int count;

  /** For a run of so many ticks. */
  public HandTrace(GroundTruth robot, long ticks) {
    this.robot = robot;
    int room = (int) (ticks / EVERY) + 2;
    wanted = new double[2][room];
    reached = new double[2][room];
    seconds = new double[room];
  }

  @Override
  public void offer(Tick tick) {
    if (tick.number % EVERY != 0 || count == seconds.length) {
      return;
    }
    robot.truth(truth);
    System.arraycopy(tick.desired, 0, desired, 0, 2);
    store(desired, wanted);
    store(truth, reached);
    seconds[count] = tick.nowNanos * 1e-9;
    count++;
  }

  private void store(double[] angles, double[][] path) {
    Arm2.hand(angles, hand);
    path[0][count] = hand[0];
    path[1][count] = hand[1];
  }

  /** Where it should have been between two times. */
  public Series wanted(String name, double from, double to) {
    return part(name, wanted, from, to);
  }

  /** Where it was between two times. */
  public Series reached(String name, double from, double to) {
    return part(name, reached, from, to);
  }

  private Series part(String name, double[][] path, double from, double to) {
    int first = index(from);
    int last = index(to);
    return new Series(
        name, Arrays.copyOfRange(path[0], first, last), Arrays.copyOfRange(path[1], first, last));
  }

  private int index(double at) {
    int found = Arrays.binarySearch(seconds, 0, count, at);
    return found >= 0 ? found : -found - 1;
  }
}
