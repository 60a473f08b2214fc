package io.olivo.actuators.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.ActuatorIo;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FencedActuatorsTest {
  private static final double SAFE = -1;

  private final SafetyEnvelope envelope =
      new SafetyEnvelope(List.of(new ActuatorLimits("motor", -5, 5, 5, 1e6, SAFE, 0)));
  private final Motor motor = new Motor();
  private final FencedActuators fence = new FencedActuators(motor, envelope);
  private final double[] applied = new double[1];

  private static final class Motor implements ActuatorIo {
    private final List<Double> wire = new ArrayList<>();
    private Runnable inTheMiddle = () -> {};
    private boolean closed;

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("motor", Unit.NEWTON_METRE, -5, 5));
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      Runnable first = inTheMiddle;
      inTheMiddle = () -> {};
      first.run();
      wire.add(command[0]);
      applied[0] = command[0];
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private void write(double command) {
    fence.write(new double[] {command}, applied, 0);
  }

  @Test
  void openFenceLetsEveryCommandThrough() {
    write(3);
    write(4);
    assertEquals(List.of(3.0, 4.0), motor.wire);
    assertEquals(4, applied[0]);
    assertEquals(0, fence.refused());
  }

  @Test
  void seizedFenceSendsTheSafeValueAndRefusesTheLoop() {
    write(3);
    fence.seize(0);
    assertTrue(fence.isSeized());
    write(4);
    assertEquals(List.of(3.0, SAFE), motor.wire);
    assertEquals(SAFE, applied[0], "the loop learns from what was really done");
    assertEquals(1, fence.refused());
  }

  @Test
  void writeThatHungWhileTheFenceWasSeizedIsFollowedByTheSafeValue() {
    motor.inTheMiddle = () -> fence.seize(0);
    write(4);
    assertEquals(List.of(SAFE, 4.0, SAFE), motor.wire);
    assertEquals(SAFE, applied[0]);
    assertTrue(fence.isSeized());
  }

  @Test
  void releasedFenceLetsCommandsThroughAgain() {
    fence.seize(0);
    fence.release();
    assertFalse(fence.isSeized());
    write(2);
    assertEquals(List.of(SAFE, 2.0), motor.wire);
  }

  @Test
  void hasTheChannelsOfWhatIsBehindItAndClosesIt() {
    assertEquals(motor.channels(), fence.channels());
    fence.close();
    assertTrue(motor.closed);
  }
}
