package io.olivo.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.cerebellum.ProductExpansion;
import io.olivo.learning.expansion.Reservoir;
import io.olivo.learning.textbook.FeedbackErrorLearner;
import io.olivo.learning.textbook.ForceLearner;
import io.olivo.learning.textbook.IntegralAction;
import io.olivo.learning.textbook.LeastSquaresLearner;
import io.olivo.sim.model.ComputedTorque;
import io.olivo.sim.model.SlotineLi;
import io.olivo.sim.plant.Arm2;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No peer asks for memory while it acts and learns. */
class PeerAllocationTest {
  private static final double[] LIMIT = {30, 15}; // N m
  private static final int BLOCK = 5_000; // ticks
  private static final int BLOCKS = 5; // the compiler is busy in the first ones

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final double[] state = new double[6];
  private final double[] desired = new double[6];
  private final double[] learned = new double[2];
  private final double[] error = new double[2];
  private final Teaching teaching = new Teaching(2);
  private final Chance chance = new Chance(7);

  static Stream<Arguments> peers() {
    FeatureMap f = BenchArm.features();
    ProductExpansion products = new ProductExpansion(f.size());
    Reservoir reservoir = new Reservoir(100, f.size(), 2, BenchArm.DT, new Chance(1));
    return Stream.of(
        Arguments.of("pid", new IntegralAction(LIMIT, 1, BenchArm.DT)),
        Arguments.of("fel-products", new FeedbackErrorLearner(f, products, 2, .03)),
        Arguments.of("rls", new LeastSquaresLearner(f, products, 2, 1, .9999)),
        Arguments.of("force", new ForceLearner(f, reservoir, LIMIT, 200)),
        Arguments.of("model", new ComputedTorque(new Arm2(), 2, null)),
        Arguments.of("slotine", SlotineLi.onDesired(.5, BenchArm.DT)),
        Arguments.of(
            "slotine-measured",
            SlotineLi.onMeasured(
                new int[] {0, 1}, new int[] {2, 3}, LIMIT, LIMIT, 1, BenchArm.DT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("peers")
  void actsAndLearnsWithoutAllocating(String name, Learner learner) {
    long least = Long.MAX_VALUE;
    for (int block = 0; block < BLOCKS; block++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int t = 0; t < BLOCK; t++) {
        tick(learner);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, name + ": bytes in the best block");
  }

  private void tick(Learner learner) {
    for (int i = 0; i < 6; i++) {
      state[i] = chance.uniform(-1, 1);
      desired[i] = chance.uniform(-1, 1);
    }
    learner.act(state, desired, learned);
    error[0] = chance.uniform(-.1, .1);
    error[1] = chance.uniform(-.1, .1);
    teaching.tellError(error, error, 1);
    learner.learn(teaching, learned);
  }
}
