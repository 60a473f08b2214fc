package io.olivo.controller.reference;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * Band-limited random motion: for each joint a centre and a sum of sines of random frequency and
 * phase.
 */
@HotPath
public final class Sines implements Trajectory {
  private static final int SINES = 8;

  private final double[] centre; // [joint]
  private final double[][] amplitude; // [joint][sine]
  private final double[][] omega; // [joint][sine] rad/s
  private final double[][] phase; // [joint][sine] rad

  private Sines(int joints) {
    centre = new double[joints];
    amplitude = new double[joints][SINES];
    omega = new double[joints][SINES];
    phase = new double[joints][SINES];
  }

  /**
   * The bench cart's: 8 sines, f in U(.1, .9) Hz, amplitude .35/4 m each.
   *
   * @param joints each gets its own sum
   */
  public static Sines ofBenchCart(int joints, Chance chance) {
    Sines sines = new Sines(joints);
    for (int j = 0; j < joints; j++) {
      sines.draw(j, .1, .9, chance);
      Arrays.fill(sines.amplitude[j], .35 / 4);
    }
    return sines;
  }

  /**
   * The bench arm's noise: f in U(.1, 1.4) Hz, amplitude ~ 1/sqrt(1 + (f/.6)^2), rms a/1.6, with
   * (centre, a) = (.5, .55) and (1, .6) rad.
   */
  public static Sines ofBenchArm(Chance chance) {
    Sines sines = new Sines(2);
    double[] centres = {.5, 1};
    double[] reach = {.55, .6};
    for (int j = 0; j < 2; j++) {
      sines.centre[j] = centres[j];
      sines.draw(j, .1, 1.4, chance);
      sines.colour(j, reach[j] / 1.6);
    }
    return sines;
  }

  private void draw(int j, double lowHertz, double highHertz, Chance chance) {
    for (int i = 0; i < SINES; i++) {
      omega[j][i] = 2 * StrictMath.PI * chance.uniform(lowHertz, highHertz);
      phase[j][i] = chance.uniform(0, 2 * StrictMath.PI);
    }
  }

  private void colour(int j, double rms) {
    double power = 0;
    for (int i = 0; i < SINES; i++) {
      double relative = omega[j][i] / (2 * StrictMath.PI) / .6;
      amplitude[j][i] = 1 / Math.sqrt(1 + relative * relative);
      power += amplitude[j][i] * amplitude[j][i] / 2;
    }
    for (int i = 0; i < SINES; i++) {
      amplitude[j][i] *= rms / Math.sqrt(power);
    }
  }

  @Override
  public int joints() {
    return centre.length;
  }

  @Override
  public void at(double seconds, double[] position) {
    for (int j = 0; j < centre.length; j++) {
      double sum = centre[j];
      for (int i = 0; i < SINES; i++) {
        sum += amplitude[j][i] * Elementary.sin(omega[j][i] * seconds + phase[j][i]);
      }
      position[j] = sum;
    }
  }
}
