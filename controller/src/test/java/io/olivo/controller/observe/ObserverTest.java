package io.olivo.controller.observe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObserverTest {
  private static final long MS = 1_000_000; // ns
  private final SampleFrame frame =
      new SampleFrame(
          List.of(
              new Channel("angle", Unit.RADIAN, -3, 3),
              new Channel("torque", Unit.NEWTON_METRE, -1, 1)));
  private final Observer observer = new Observer(2, 1, .02); // 20 ms
  private final double[] state = new double[2];

  @Test
  void goodSamplesAreTheState() {
    frame.put(0, 1.5, 0);
    frame.put(1, .5, 0);
    assertTrue(observer.fill(frame, 0, state));
    assertArrayEquals(new double[] {1.5, .5}, state);
    assertEquals(-1, observer.staleChannel());
  }

  @Test
  void invalidSampleIsBridgedByTheLastGoodOneUntilThatIsTooOld() {
    frame.put(0, 1.5, 0);
    observer.fill(frame, 0, state);
    frame.put(0, Double.NaN, 20 * MS);
    assertTrue(observer.fill(frame, 20 * MS, state), "20 ms old is allowed");
    assertEquals(1.5, state[0]);
    frame.put(0, 99, 21 * MS); // out of range
    assertFalse(observer.fill(frame, 21 * MS, state), "21 ms old is not");
    assertEquals(0, observer.staleChannel());
    assertEquals(1.5, state[0], "but it is never NaN");
  }

  @Test
  void goodValueMakesItFreshAgain() {
    frame.put(0, 1, 0);
    assertFalse(observer.fill(frame, 100 * MS, state));
    frame.put(0, 2, 100 * MS);
    assertTrue(observer.fill(frame, 100 * MS, state));
    assertEquals(2, state[0]);
    assertEquals(-1, observer.staleChannel());
  }

  @Test
  void beforeTheFirstGoodSampleItIsStale() {
    assertFalse(observer.fill(frame, 0, state));
    frame.put(0, Double.NaN, 0);
    assertFalse(observer.fill(frame, 0, state));
  }

  @Test
  void echoOfAnActuatorNeverTurnsStale() {
    frame.put(0, 1, 1000 * MS);
    frame.put(1, .5, 0);
    assertTrue(observer.fill(frame, 1000 * MS, state));
  }

  @Test
  void afterARestartOldValuesAreTooOld() {
    frame.put(0, 1, 0);
    observer.fill(frame, 0, state);
    observer.restart();
    frame.put(0, Double.NaN, 1 * MS);
    assertFalse(observer.fill(frame, 1 * MS, state));
  }

  @Test
  void defaultInputsAreScaledByTheRangesOfTheJoints() {
    List<Joint> joints =
        List.of(
            new Joint("arm", Unit.RADIAN, 0, 1, 3, 20),
            new Joint("slide", Unit.METRE, 2, 3, .5, 2));
    assertEquals(
        List.of(
            "desired.arm",
            "desired.slide",
            "desired.arm.rate",
            "desired.slide.rate",
            "desired.arm.acceleration",
            "desired.slide.acceleration"),
        DefaultInputs.desiredNames(joints));
    Formulas inputs =
        new Formulas(DefaultInputs.of(joints), List.of(), DefaultInputs.desiredNames(joints));
    double[] x = new double[inputs.size()];
    inputs.fill(new double[0], new double[] {.4, .25, 2, 1, 10, -1}, x);
    assertArrayEquals(
        new double[] {
          1.2 * StrictMath.sin(.4),
          1.2 * StrictMath.cos(.4),
          2 / 4.0,
          10 / 20.0,
          .8 * StrictMath.tanh(2 / .05),
          .25 / .25,
          1 / .4,
          -1 / 2.0,
          .8 * StrictMath.tanh(1 / .005)
        },
        x,
        1e-12);
    assertEquals(Kind.ANGLE, inputs.kind(0));
    assertEquals(Kind.ANGLE, inputs.kind(1));
    assertEquals(Kind.RATE, inputs.kind(2));
    assertEquals(Kind.OTHER, inputs.kind(3));
    assertEquals(Kind.RATE, inputs.kind(6));
  }
}
