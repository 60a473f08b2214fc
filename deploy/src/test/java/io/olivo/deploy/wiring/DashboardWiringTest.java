package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.Dashboard;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardWiringTest {
  private static RobotSpec robot(String name) {
    return RobotFile.read(Path.of("src/main/robots", name + ".yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"arm2", "arm2-board", "balancer", "cart1", "pantilt", "pendulum", "so101"})
  void everyPartOfABodyMovesWithAChannelThatTheRobotTells(String name) {
    RobotSpec robot = robot(name);
    Set<String> told =
        Stream.concat(
                robot.measured().stream(),
                robot.actuators().stream().map(actuator -> actuator.channel()))
            .map(Channel::name)
            .collect(Collectors.toSet());
    List<BodyPart> body = DashboardWiring.of(robot, List.of(), true).body();
    assertFalse(body.isEmpty());
    for (BodyPart part : body) {
      assertTrue(part.channel().isEmpty() || told.contains(part.channel()), part.channel());
    }
    assertTrue(body.stream().mapToDouble(BodyPart::lengthMetres).sum() > 0);
  }

  @Test
  void robotWithoutAnglesHasNoBody() {
    assertEquals(List.of(), DashboardWiring.of(robot("gaze2"), List.of(), true).body());
  }

  @Test
  void configIsTheDigestOfTheFile() {
    Dashboard arm = DashboardWiring.of(robot("arm2"), List.of("error"), true);
    assertTrue(arm.config().matches("[0-9a-f]{64}"), arm.config());
    assertFalse(arm.config().equals(DashboardWiring.of(robot("cart1"), List.of(), true).config()));
    assertEquals(List.of("error"), arm.health());
    assertTrue(arm.commands().contains("stop"));
    assertEquals(
        List.of(), DashboardWiring.of(robot("arm2"), List.of(), false).commands(), "no door");
  }
}
