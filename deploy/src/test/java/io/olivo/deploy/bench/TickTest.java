package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TickTest {
  @Test
  void wholeTickAndItsPartsAreMeasuredAndMakeNoGarbage() throws InterruptedException {
    RobotSpec arm = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));
    WholeTick whole = new WholeTick(arm);
    assertEquals(Repeated.SAMPLES, whole.samples().size());
    assertTrue(whole.medianMicros() > 0 && whole.medianMicros() <= whole.p99Micros());
    assertTrue(whole.cpuMicros() > 0);
    assertTrue(whole.bytesPerTick() < 1, "garbage: " + whole.bytesPerTick());
    Map<String, Double> parts = TickParts.micros(arm, whole);
    assertEquals(
        List.of("features_us", "traces_us", "rls_us", "granules_us", "bank_us", "plant_us"),
        List.copyOf(parts.keySet()));
    parts.forEach((name, micros) -> assertTrue(micros > 0, name));
  }

  @Test
  void curvesGoOverGranulesInputsAndOutputs() {
    Map<String, List<TickCurves.Point>> curves = TickCurves.measure();
    assertEquals(List.of("granules", "inputs", "outputs"), List.copyOf(curves.keySet()));
    List<TickCurves.Point> outputs = curves.getOrDefault("outputs", List.of());
    assertEquals(List.of(1, 2, 4, 7), outputs.stream().map(TickCurves.Point::size).toList());
    outputs.forEach(point -> assertTrue(point.tickMicros() > 0));
  }
}
