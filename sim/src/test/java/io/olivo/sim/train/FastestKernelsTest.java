package io.olivo.sim.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FastestKernelsTest {
  private static final NetSpec SMALL =
      NetSpec.of(List.of(8, 16, 2), Activation.TANH, Loss.CROSS_ENTROPY);

  @Test
  void smallNetsAndSingleSamplesDoNotWaitForTheLibrary() {
    assertInstanceOf(FloatRows.class, FastestKernels.of(SMALL, 64));
    NetSpec large = NetSpec.of(List.of(1000, 1000, 10), Activation.TANH, Loss.CROSS_ENTROPY);
    assertInstanceOf(FloatRows.class, FastestKernels.of(large, 1));
  }

  @Test
  void everyThreadGetsItsOwnOfTheSameKind() {
    Kernels one = FastestKernels.of(SMALL, 64);
    Kernels other = FastestKernels.of(SMALL, 64);
    assertNotSame(one, other);
    assertSame(one.getClass(), other.getClass());
  }

  @Test
  void aRaceTellsEachRoundAndAResultForEach() {
    List<Kernels> kernels = List.of(new FloatRows(), new DoubleRows());
    List<Integer> told = new ArrayList<>();
    List<KernelsRace.Result> results =
        new KernelsRace(SMALL, 4, kernels, .01, .001).run(3, told::add);
    assertEquals(List.of(1, 2, 3), told);
    assertEquals(kernels, results.stream().map(KernelsRace.Result::kernels).toList());
    for (KernelsRace.Result result : results) {
      assertTrue(result.bestMicros() > 0 && result.bestMicros() <= result.medianMicros());
    }
  }
}
