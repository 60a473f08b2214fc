package io.olivo.actuators.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PowerBoundTest {
  private static final double DT = .01; // s
  private static final ActuatorLimits LIMITS =
      new ActuatorLimits("torque", -10, 10, 10, 1e6, 0, 0).withPower(new PowerLimit(20, 5, 1));

  private final SafetyEnvelope envelope = new SafetyEnvelope(List.of(LIMITS));
  private final double[] command = new double[1];

  private double clip(double wanted, double velocity) {
    envelope.motion(0, velocity);
    envelope.clip(new double[] {wanted}, new double[1], command, DT);
    return command[0];
  }

  @Test
  void powerIsBoundedWhereItDrivesAndNotWhereItBrakes() {
    assertEquals(4, clip(9, 5), "20 W at 5 rad/s");
    assertEquals(-4, clip(-9, -5));
    assertEquals(9, clip(9, -5));
    assertEquals(9, clip(9, 1));
    assertTrue(envelope.clips(0) == 2);
  }

  @Test
  void standstillOrAnUnknownVelocityBoundsNothing() {
    assertEquals(9, clip(9, 0));
    assertEquals(9, clip(9, Double.NaN));
  }

  @Test
  void energyIsSpentAndComesBack() {
    double spent = 0;
    for (int t = 0; t < 1000; t++) {
      spent += clip(10, 2) * 2 * DT; // wants 20 W for 10 s
    }
    assertEquals(5 + 10 * 5, spent, 1, "what was saved, then 5 W");
    for (int t = 0; t < 100; t++) {
      clip(0, 2);
    }
    assertEquals(10, clip(10, 2), "after a second it is all there again");
  }

  @Property
  void noMomentAndNoSecondExceedsItsLimit(
      @ForAll @Size(300) List<@DoubleRange(min = -12, max = 12) Double> wanted,
      @ForAll @Size(300) List<@DoubleRange(min = -9, max = 9) Double> velocity) {
    SafetyEnvelope random = new SafetyEnvelope(List.of(LIMITS));
    double[] work = new double[300];
    for (int t = 0; t < 300; t++) {
      random.motion(0, velocity.get(t));
      random.clip(new double[] {wanted.get(t)}, new double[1], command, DT);
      double watts = Math.max(0, command[0] * velocity.get(t));
      assertTrue(watts <= 20 + 1e-9);
      work[t] = watts * DT;
    }
    double second = 0;
    for (int t = 0; t < 300; t++) {
      second += work[t] - (t >= 100 ? work[t - 100] : 0);
      assertTrue(second <= 10 + 1e-9, "5 J that were saved and 5 J that came back");
    }
  }

  @Test
  void energyComesBackInTheStatedTime() {
    PowerBound bound = new PowerBound(new PowerLimit(1e6, 6, 3));
    bound.spend(600, 1, DT);
    assertEquals(.02, bound.memory(), 1e-12, "6 J at once, 2 W came back meanwhile");
    bound.spend(0, 1, 1);
    assertEquals(2.02, bound.memory(), 1e-12);
    bound.spend(5, Double.NaN, 1);
    bound.spend(5, 1, 0);
    assertEquals(2.02, bound.memory(), 1e-12, "an unknown velocity or no time changes nothing");
  }

  @Test
  void energyThatIsNoneIsRememberedAsNothing() {
    PowerBound bound = new PowerBound(new PowerLimit(1, 6, 3));
    for (double nonsense : new double[] {-1, Double.NaN}) {
      bound.recall(nonsense);
      assertEquals(0, bound.memory());
    }
    bound.recall(99);
    assertEquals(6, bound.memory());
  }

  @Test
  void energyLeftIsRemembered() {
    for (int t = 0; t < 100; t++) {
      clip(10, 2);
    }
    SafetyEnvelope other = new SafetyEnvelope(List.of(LIMITS));
    other.recall(envelope.memory());
    double[] elsewhere = new double[1];
    other.motion(0, 2);
    other.clip(new double[] {10}, new double[1], elsewhere, DT);
    assertEquals(clip(10, 2), elsewhere[0]);
  }

  @Test
  void memoryOfBeforeThereWereLimitsOfPowerIsTakenAndAForeignOneRefused() {
    envelope.recall(new double[] {3, 0, 0, 0});
    assertThrows(IllegalArgumentException.class, () -> envelope.recall(new double[3]));
  }

  @Test
  void limitsThatCannotBeKeptAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PowerLimit(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new PowerLimit(1, Double.NaN, 1));
  }

  @Test
  void deratedRangeShrinksTowardsTheSafeValue() {
    envelope.derate(0, .25);
    assertEquals(2.5, clip(9, 0));
    envelope.derate(0, Double.NaN);
    assertEquals(0, clip(9, 0), "nonsense leaves the safe value alone");
    envelope.derate(0, 1);
    assertEquals(9, clip(9, 0));
  }

  @Test
  void restBeginsAtTheSafeValue() {
    SafetyEnvelope slow =
        new SafetyEnvelope(List.of(new ActuatorLimits("torque", -10, 10, 10, 100, 0, 0)));
    for (int t = 0; t < 5; t++) {
      slow.clip(new double[] {9}, new double[1], command, DT);
    }
    assertEquals(5, command[0]);
    slow.rest();
    slow.clip(new double[] {9}, new double[1], command, DT);
    assertEquals(1, command[0]);
  }
}
