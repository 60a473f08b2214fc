package io.olivo.deploy.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.olivo.actuators.ActuatorIo;
import org.junit.jupiter.api.Test;

class ArmedActuatorsTest {
  private final ActuatorIo motors = mock();
  private final ArmedActuators actuators = new ArmedActuators(motors);
  private final double[] command = {1, -2};
  private final double[] applied = new double[2];
  private boolean armed;

  @Test
  void beforeItIsArmedNothingIsSent() {
    actuators.write(command, applied, 5);
    verify(motors, never()).write(any(), any(), anyLong());
    assertArrayEquals(command, applied);
  }

  @Test
  void armedItSendsAndDisarmedAgainItDoesNot() {
    actuators.toldBy(() -> armed);
    armed = true;
    actuators.write(command, applied, 5);
    verify(motors).write(command, applied, 5);
    armed = false;
    actuators.write(command, applied, 6);
    verify(motors, never()).write(command, applied, 6);
  }
}
