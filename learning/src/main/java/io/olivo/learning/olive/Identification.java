package io.olivo.learning.olive;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Measures the loop's lag and the inertia of each output: 2.5 s of dither at a held pose.
 *
 * <pre>
 * d   velocity-like error,  F2 = two first-order lags of .02 s
 * x   = [F2 d' (all outputs), F2 d, int F2 d, tanh(F2 d_own/.03), 1],  first .5 s dropped
 * L   with the least residual of F2 u_ff(t-L) on x, averaged over outputs by 1/residual
 * M_ji = -coefficient of F2 d'_i at L, of the regression of output j
 * </pre>
 *
 * <p>A measurement that explains too little, or finds a negative inertia, is repeated up to twice;
 * then it has failed and the learner stays silent. Source: Ljung (1999), System Identification, ch.
 * 4 and 7.
 */
@HotPath
public final class Identification {
  private static final double SECONDS = 2.5;
  private static final double SETTLE_SECONDS = .5;
  private static final double TAU = .02;
  private static final double LARGEST_RESIDUAL = .3;
  private static final int TRIES = 3;

  /** Where the measurement stands. */
  public enum Stage {
    RUNNING,
    DONE,
    FAILED
  }

  private final int outputs;
  private final double dtSeconds;
  private final double rate;
  private final double inertiaScale;
  private final Dither dither;
  private final LagRegression[] regression; // [output]
  private final TraceLine command; // F2 u_ff
  private final double[] commandOnce; // F u_ff
  private final double[] once; // F d
  private final double[] twice; // F2 d
  private final double[] integral; // int F2 d
  private final double[] observed; // x of one output
  private final double[][] inertia; // M [output][joint]
  private final double[] residual; // at the best lag of each output
  private Stage stage = Stage.RUNNING;
  private int lag;
  private int tick;
  private int tries;

  public Identification(OliveConfig config, Chance chance) {
    outputs = config.outputLimits().length;
    dtSeconds = config.dtSeconds();
    rate = dtSeconds / (TAU + dtSeconds);
    inertiaScale = config.inertiaScale();
    dither = new Dither(config.outputLimits(), dtSeconds, chance);
    int columns = 3 * outputs + 2;
    regression = new LagRegression[outputs];
    Arrays.setAll(regression, j -> new LagRegression(columns));
    command = new TraceLine(outputs, rate);
    commandOnce = new double[outputs];
    once = new double[outputs];
    twice = new double[outputs];
    integral = new double[outputs];
    observed = new double[columns];
    inertia = new double[outputs][outputs];
    residual = new double[outputs];
    config.lagTicks().ifPresent(known -> know(known, config.inertia()));
  }

  private void know(int knownLag, double[] knownInertia) {
    lag = knownLag;
    for (int j = 0; j < outputs; j++) {
      inertia[j][j] = knownInertia[j];
    }
    stage = Stage.DONE;
  }

  public Stage stage() {
    return stage;
  }

  /** L [ticks]. */
  public int lag() {
    return lag;
  }

  /** M_j, scaled as the configuration asks [actuator unit per unit of acceleration]. */
  public double inertia(int output) {
    return inertia(output, output);
  }

  /** M_ji, as it is to be believed. */
  public double inertia(int output, int joint) {
    return inertiaScale * inertia[output][joint];
  }

  /** Share of the dither that the plant model did not explain, 0 to 1. */
  public double residual(int output) {
    return residual[output];
  }

  public void dither(double[] out) {
    dither.next(out);
  }

  public void observe(Teaching teaching, double[] applied) {
    Rows.approach(commandOnce, rate, applied);
    command.push(commandOnce);
    for (int j = 0; j < outputs; j++) {
      observe(j, teaching.errorRate(j));
    }
    tick++;
    if (tick * dtSeconds > SETTLE_SECONDS) {
      addRows();
    }
    if (tick * dtSeconds >= SECONDS) {
      conclude();
    }
  }

  private void observe(int j, double errorRate) {
    once[j] += rate * (errorRate - once[j]);
    twice[j] += rate * (once[j] - twice[j]);
    integral[j] += dtSeconds * twice[j];
    observed[j] = (once[j] - twice[j]) / TAU;
    observed[outputs + j] = twice[j];
    observed[2 * outputs + j] = integral[j];
  }

  private void addRows() {
    observed[3 * outputs + 1] = 1;
    for (int j = 0; j < outputs; j++) {
      observed[3 * outputs] = Elementary.tanh(twice[j] / .03);
      regression[j].add(observed, command, j);
    }
  }

  private void conclude() {
    lag = commonLag();
    boolean plausible = true;
    for (int j = 0; j < outputs; j++) {
      residual[j] = regression[j].unexplained(lag);
      for (int i = 0; i < outputs; i++) {
        inertia[j][i] = -regression[j].coefficient(i);
      }
      plausible &= residual[j] < LARGEST_RESIDUAL && inertia[j][j] > 0;
    }
    tries++;
    if (plausible) {
      stage = Stage.DONE;
    } else if (tries >= TRIES) {
      stage = Stage.FAILED;
    } else {
      again();
    }
  }

  private int commonLag() {
    double weighted = 0;
    double weights = 0;
    for (int j = 0; j < outputs; j++) {
      regression[j].decompose();
      int best = bestLag(regression[j]);
      double weight = 1 / regression[j].unexplained(best);
      weighted += weight * best;
      weights += weight;
    }
    return (int) Math.floor(weighted / weights + .5);
  }

  private static int bestLag(LagRegression regression) {
    int best = 0;
    double least = regression.unexplained(0);
    for (int candidate = 1; candidate < TraceLine.LENGTH; candidate++) {
      double share = regression.unexplained(candidate);
      if (share < least) {
        least = share;
        best = candidate;
      }
    }
    return best;
  }

  /** A measurement must not span a break: it begins anew. */
  public void interrupt() {
    if (stage == Stage.RUNNING) {
      command.reset();
      Arrays.fill(commandOnce, 0);
      Arrays.fill(once, 0);
      Arrays.fill(twice, 0);
      Arrays.fill(integral, 0);
      again();
    }
  }

  private void again() {
    tick = 0;
    for (LagRegression one : regression) {
      one.clear();
    }
  }

  public void save(StateWriter out) {
    out.put("identification.running", stage == Stage.RUNNING ? 1L : 0L);
    out.put("identification.failed", stage == Stage.FAILED ? 1L : 0L);
    out.put("identification.lag", (long) lag);
    out.put("identification.inertia.of", inertia);
    out.put("identification.residual", residual);
    double[] clocks = out.room("identification.clocks", 2);
    clocks[0] = tick;
    clocks[1] = tries;
    out.put("identification.filters.0", commandOnce);
    out.put("identification.filters.1", once);
    out.put("identification.filters.2", twice);
    out.put("identification.filters.3", integral);
    command.save(out, "identification.command");
    dither.save(out);
    for (int j = 0; j < outputs; j++) {
      regression[j].save(out, out.name("identification.regression.", j));
    }
  }

  public void load(StateReader in) {
    boolean running = in.getLong("identification.running") != 0;
    boolean failed = in.getLong("identification.failed") != 0;
    stage = running ? Stage.RUNNING : failed ? Stage.FAILED : Stage.DONE;
    lag = Math.clamp(in.getLong("identification.lag"), 0, OliveConfig.LARGEST_LAG);
    loadInertia(in);
    in.get("identification.residual", residual);
    tick = (int) in.get("identification.clocks", 2, 0);
    tries = (int) in.get("identification.clocks", 2, 1);
    in.get("identification.filters.0", commandOnce);
    in.get("identification.filters.1", once);
    in.get("identification.filters.2", twice);
    in.get("identification.filters.3", integral);
    command.load(in, "identification.command");
    dither.load(in);
    for (int j = 0; j < outputs; j++) {
      regression[j].load(in, in.name("identification.regression.", j));
    }
  }

  /** Older files told each output's own inertia alone. */
  private void loadInertia(StateReader in) {
    if (in.has("identification.inertia.of.0")) {
      in.get("identification.inertia.of", inertia);
    } else {
      double[] own = new double[outputs];
      in.get("identification.inertia", own);
      for (int j = 0; j < outputs; j++) {
        inertia[j][j] = own[j];
      }
    }
  }
}
