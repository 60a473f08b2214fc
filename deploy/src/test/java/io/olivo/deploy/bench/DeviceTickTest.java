package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceTickTest {
  private static Map<String, Double> measured(String robot) {
    return DeviceTick.measure(RobotFile.read(Path.of("src/main/robots/" + robot + ".yaml")));
  }

  @Test
  void devicesCostTheTickNoGarbage() {
    Map<String, Double> arm = measured("so101");
    assertEquals(12, arm.get("device_channels"));
    assertEquals(0, arm.get("devices_bytes_per_tick"));
    assertTrue(arm.get("devices_us") > 0);
  }

  @Test
  void aRobotWithoutDevicesHasNothingToMeasure() {
    assertTrue(measured("arm2").isEmpty());
  }
}
