package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * One body: what was learned with it, and a model by which it is known again.
 *
 * <pre>
 * pred  = x + A . phi + (B . phi) u              one step ahead, rate .2          {@link ForwardModel}
 * err   = err + .02 (|x' - pred|^2 - err)
 * usual = usual + (.01 if err &lt; usual else .0005) (err - usual)    live, from 3000 steps of age on
 * odd   = odd + .02 (min(|x' - pred|^2 / usual, 25) - odd)           strange: odd &gt; 5
 * </pre>
 *
 * <p>The bound keeps a glitch of up to ten steps from being strange. Only the live slot's model
 * learns: not while it is strange, nor from a step beyond the bound. Shapes: x, x' [input], u
 * [output]. Units: x standard deviations.
 */
@HotPath
final class BankSlot {
  private static final double MODEL_RATE = .2;
  private static final double ERROR_RATE = .02;
  private static final double FALL = .01;
  private static final double RISE = .0005;
  private static final double MOST = 25; // usual errors
  private static final double STRANGE = 5; // usual errors
  private static final long RIPE = 3000; // steps
  private static final float CARRIED_OVER = .3f; // of the preferences, into a new body

  private final GranuleReadout readout;
  private final ForwardModel model;
  private final double[] off; // prediction error of the last step [input]
  private double error = 1;
  private double lastError;
  private double usual = Double.MAX_VALUE;
  private double odd;
  private double recalls; // decayed
  private long age; // steps while live

  BankSlot(int units, int outputs, int inputs, double slowRate) {
    readout = new GranuleReadout(units, outputs, slowRate);
    model = new ForwardModel(units, inputs, outputs, MODEL_RATE);
    off = new double[inputs];
  }

  GranuleReadout readout() {
    return readout;
  }

  /** Predicts a step that is over; the live one learns from it. */
  void predict(int[] now, double[] x, double[] u, double[] after, boolean live) {
    model.read(now);
    lastError = 0;
    for (int j = 0; j < x.length; j++) {
      off[j] = after[j] - x[j] - model.predict(j, u);
      lastError += off[j] * off[j];
    }
    error += ERROR_RATE * (lastError - error);
    if (age > RIPE) {
      odd += ERROR_RATE * (Math.min(lastError / usual, MOST) - odd);
    }
    if (live && !isStrange() && lastError <= MOST * usual) {
      learn(now, u);
      grow();
    }
  }

  private void learn(int[] now, double[] u) {
    for (int j = 0; j < off.length; j++) {
      model.learn(now, j, u, off[j]);
    }
  }

  private void grow() {
    age++;
    if (age > RIPE) {
      usual = usual == Double.MAX_VALUE ? error : usual;
      usual += (error < usual ? FALL : RISE) * (error - usual);
    }
  }

  /** Whether its body is not the present one. */
  boolean isStrange() {
    return odd > STRANGE;
  }

  /** Its body came back. */
  void recalled() {
    recalls++;
  }

  /** Recalls count less by and by. */
  void forget(double factor) {
    recalls *= factor;
  }

  /** How often its body came back; long ago counts less. */
  double recalls() {
    return recalls;
  }

  /** A new body begins here; what was preferred with another may be wrong for it. */
  void open() {
    readout.weaken(CARRIED_OVER);
    age = 0;
    recalls = 0;
    usual = Double.MAX_VALUE;
    odd = 0;
  }

  /** Begins as another one is. */
  void copyFrom(BankSlot other) {
    readout.copyFrom(other.readout);
    model.copyFrom(other.model);
    error = other.error;
  }

  /** err */
  double error() {
    return error;
  }

  void save(StateWriter out, String name) {
    readout.save(out, name);
    model.save(out, out.name(name, ".model"));
    double[] numbers = out.room(out.name(name, ".numbers"), 6);
    numbers[0] = error;
    numbers[1] = usual;
    numbers[2] = recalls;
    numbers[3] = age;
    numbers[4] = odd;
    numbers[5] = lastError;
  }

  void load(StateReader in, String name) {
    readout.load(in, name);
    model.load(in, in.name(name, ".model"));
    double[] numbers = new double[6];
    in.get(in.name(name, ".numbers"), numbers);
    error = numbers[0];
    usual = numbers[1];
    recalls = numbers[2];
    age = (long) numbers[3];
    odd = numbers[4];
    lastError = numbers[5];
  }
}
