package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Teaching.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Gymnasium's environments, and our own tasks against mass matrices solved elsewhere. */
class TrajectoryTest {
  /** Lines of action..., reward, whether terminated, state...; the first is where it begins. */
  private static List<double[]> rows(String name) throws IOException {
    try (InputStream in = TrajectoryTest.class.getResourceAsStream(name + ".csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CartPole-v1, 200, 1e-11",
    "Pendulum-v1, 200, 1e-10",
    "Acrobot-v1, 101, 1e-9",
    "MountainCarContinuous-v0, 110, 1e-6", // Gymnasium rounds this state to single precision
    "CartPoleSwingUp, 200, 1e-11",
    "Reacher2, 50, 1e-11",
  })
  void everyStepIsThatOfTheOtherProgram(String name, int steps, double tolerance)
      throws IOException {
    List<double[]> rows = rows(name);
    assertEquals(steps, rows.size() - 1);
    EquationTask task = (EquationTask) Tasks.named(name);
    int actions = task.actions().size();
    task.place(Arrays.copyOfRange(rows.getFirst(), actions + 2, rows.getFirst().length));
    for (double[] row : rows.subList(1, rows.size())) {
      assertEquals(Ending.NONE, task.ending());
      double reward = task.step(Arrays.copyOf(row, actions));
      assertEquals(row[actions], reward, tolerance);
      assertEquals(row[actions + 1] == 1, task.ending() == Ending.TERMINAL);
      for (int i = 0; i < task.state.length; i++) {
        assertEquals(row[actions + 2 + i], task.state[i], tolerance);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"CartPole-v1, .4", "Pendulum-v1, 2", "Acrobot-v1, 2", "CartPoleSwingUp, 3"})
  void trajectoriesGoSomewhere(String name, double far) throws IOException {
    double[] last = rows(name).getLast();
    double[] first = rows(name).getFirst();
    double most = 0;
    for (double[] row : rows(name)) {
      for (int i = 3; i < row.length; i++) {
        most = Math.max(most, Math.abs(row[i] - first[i]));
      }
    }
    assertTrue(most > far && last.length == first.length, name + " moved by " + most);
  }
}
