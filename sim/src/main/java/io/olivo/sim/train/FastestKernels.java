package io.olivo.sim.train;

import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.NetSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The fastest single-precision kernels for a net and a batch on this machine: measured once per
 * size, in half a second, and remembered in the process. Off the robot only.
 *
 * <p>The two sum in different orders, so the last bits of a run depend on which was chosen, and
 * near the crossover that is a matter of luck. Whoever wants the same bits again must name the
 * kernels.
 */
final class FastestKernels {
  /** Multiply-accumulates of a batch's forward pass below which ND4J isn't worth its start. */
  private static final long WORTH_STARTING = 1_000_000;

  private static final int ROUNDS = 50;
  private static final double WARM_UP_SECONDS = .15;
  private static final double TURN_SECONDS = .001;

  private static final Map<Size, Supplier<Kernels>> CHOSEN = new ConcurrentHashMap<>();

  private record Size(NetSpec spec, int samples) {}

  private FastestKernels() {}

  /** New ones of the fastest kind for steps of so many samples. */
  static Kernels of(NetSpec spec, int samples) {
    return CHOSEN.computeIfAbsent(new Size(spec, samples), FastestKernels::choose).get();
  }

  private static Supplier<Kernels> choose(Size size) {
    if (size.samples == 1 || size.spec.macs() * size.samples < WORTH_STARTING) {
      return FloatRows::new;
    }
    try {
      return race(size, new FloatRows(), new Nd4jKernels()) ? FloatRows::new : Nd4jKernels::new;
    } catch (IllegalStateException e) { // no ND4J here
      return FloatRows::new;
    }
  }

  /** Whether the first is the faster. */
  private static boolean race(Size size, Kernels first, Kernels second) {
    List<Kernels> both = List.of(first, second);
    return new KernelsRace(size.spec, size.samples, both, WARM_UP_SECONDS, TURN_SECONDS)
        .run(ROUNDS, round -> {}).stream()
            .min(Comparator.comparingDouble(KernelsRace.Result::bestMicros))
            .map(best -> best.kernels() == first)
            .orElseThrow();
  }
}
