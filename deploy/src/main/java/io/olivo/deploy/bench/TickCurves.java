package io.olivo.deploy.bench;

import io.olivo.learning.Elementary;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.cerebellum.CerebellarConfig;
import io.olivo.learning.cerebellum.CerebellarConstants;
import io.olivo.learning.cerebellum.CerebellarLearner;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a tick of the cerebellar learner costs, over its sizes: without plant and loop, on sines.
 * One size changes at a time, the others are those of a two-joint arm.
 */
public final class TickCurves {
  private static final int[] GRANULES = {0, 128, 256, 512, 1024, 2048};
  private static final int[] INPUTS = {2, 5, 10, 15, 20};
  private static final int[] OUTPUTS = {1, 2, 4, 7};
  private static final double DT = .002; // s
  private static final double LIMIT = 10; // largest learned command
  private static final int LAG = 2; // ticks

  /**
   * One size and its time.
   *
   * @param size granules, inputs or outputs
   * @param tickMicros median [us]
   */
  public record Point(int size, double tickMicros) {}

  private TickCurves() {}

  /** All curves by name. */
  public static Map<String, List<Point>> measure() {
    Map<String, List<Point>> curves = new LinkedHashMap<>();
    curves.put("granules", curve(GRANULES, n -> micros(n.intValue(), 10, 2)));
    curves.put("inputs", curve(INPUTS, n -> micros(512, n.intValue(), 2)));
    curves.put("outputs", curve(OUTPUTS, n -> micros(512, 10, n.intValue())));
    return curves;
  }

  private static List<Point> curve(int[] sizes, ToDoubleFunction<Integer> micros) {
    return Arrays.stream(sizes).mapToObj(n -> new Point(n, micros.applyAsDouble(n))).toList();
  }

  /** The median time of acting and learning [us]. */
  static double micros(int granules, int inputs, int outputs) {
    CerebellarConfig config =
        new CerebellarConfig(
            DT,
            filled(outputs, LIMIT),
            granules,
            OptionalInt.of(LAG),
            filled(outputs, .1),
            1,
            CerebellarConstants.STANDARD);
    Learner learner = new CerebellarLearner(plain(inputs), config);
    double[][] sines = sines(inputs);
    double[] learned = new double[outputs];
    double[] error = new double[outputs];
    double[] rate = new double[outputs];
    Teaching teaching = new Teaching(outputs);
    return Repeated.medianMicros(
        s -> {
          learner.act(sines[s], sines[s], learned);
          Arrays.fill(error, sines[s][0] - learned[0]);
          teaching.tellError(error, rate, 0);
          learner.learn(teaching, learned);
        });
  }

  private static double[] filled(int length, double value) {
    double[] all = new double[length];
    Arrays.fill(all, value);
    return all;
  }

  /** A period of a sine for each input. */
  private static double[][] sines(int inputs) {
    double[][] sines = new double[Repeated.SAMPLES][inputs];
    for (int s = 0; s < Repeated.SAMPLES; s++) {
      for (int i = 0; i < inputs; i++) {
        sines[s][i] = Elementary.sin(2 * Math.PI * (1 + i % 3) * s / Repeated.SAMPLES + i);
      }
    }
    return sines;
  }

  /** Inputs that are the measured values themselves, as formulas of a robot file. */
  private static FeatureMap plain(int inputs) {
    List<String> names = IntStream.range(0, inputs).mapToObj(i -> "value." + i).toList();
    List<Input> formulas = names.stream().map(n -> new Input(Kind.OTHER, n)).toList();
    return new Formulas(formulas, names, List.of());
  }
}
