package io.olivo.deploy.bench;

import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.cerebellum.CerebellarParts;
import io.olivo.sim.plant.Plant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the parts of a tick cost, each repeated alone on samples of a run. */
@DesktopOnly
public final class TickParts {
  private TickParts() {}

  /**
   * Median times by name [us]: the plant's and, of a cerebellar learner, its parts'.
   *
   * @param spec the robot
   * @param whole a run of it
   */
  public static Map<String, Double> micros(RobotSpec spec, WholeTick whole) {
    Map<String, Double> micros = new LinkedHashMap<>();
    if (Rule.of(spec.learner()) == Rule.OLIVO) {
      CerebellarParts parts =
          new Wiring(spec)
              .cerebellarParts(
                  Seeds.of(1),
                  whole.samples().stream().map(tick -> tick.state).toArray(double[][]::new),
                  whole.samples().stream().map(tick -> tick.desired).toArray(double[][]::new));
      micros.put("features_us", Repeated.medianMicros(parts.features()));
      micros.put("traces_us", Repeated.medianMicros(parts.traces()));
      micros.put("rls_us", Repeated.medianMicros(parts.leastSquares()));
      micros.put("granules_us", Repeated.medianMicros(parts.granules()));
      micros.put("bank_us", Repeated.medianMicros(parts.bank()));
    }
    micros.put("plant_us", plantMicros(spec, whole));
    return micros;
  }

  private static double plantMicros(RobotSpec spec, WholeTick whole) {
    Plant plant = whole.rig().robot().plant();
    double dt = spec.loop().dtSeconds();
    Tick[] samples = whole.samples().toArray(Tick[]::new);
    return Repeated.medianMicros(s -> plant.step(samples[s].applied, dt));
  }
}
