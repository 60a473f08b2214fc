package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.report.Report;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.sim.io.Change;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final Rule ALONE = Rule.PD;
  private static final RobotSpec ARM = robot("arm2");

  private static RobotSpec robot(String name) {
    return RobotFile.read(Path.of("src/main/robots/" + name + ".yaml"));
  }

  private static Trial trial(double seconds) {
    return new Trial(ARM, Scenario.STEADY, seconds, 0, 1);
  }

  private static Measured run(Trial trial, int jobs, Rule... learners) throws Exception {
    return new Bench(trial, List.of(learners), List.of(1L, 2L), jobs).run(done -> {});
  }

  @Test
  void theOrderAndTheBitsDoNotDependOnTheThreads() throws Exception {
    Measured one = run(trial(3), 1, Rule.PES, Rule.OLIVO);
    Measured three = run(trial(3), 3, Rule.PES, Rule.OLIVO);
    assertEquals(List.of(1L, 2L, 1L, 2L), one.rows().stream().map(Row::seed).toList());
    assertEquals(Rule.PES, one.rows().getFirst().learner(), "as they were asked for");
    for (int i = 0; i < 4; i++) {
      assertEquals(one.rows().get(i).figures(), three.rows().get(i).figures());
      assertArrayEquals(one.rows().get(i).curve(), three.rows().get(i).curve());
    }
  }

  @Test
  void ratiosAreTakenAgainstTheFeedbackAlone() throws Exception {
    Measured alone = run(trial(20), 2, ALONE);
    assertEquals(1, alone.rows().getFirst().figures().get("ratio_10_20"));
    assertEquals(3, alone.rows().getFirst().beginSeconds(), 1e-9, "the first pose is held so long");
    Measured learned = run(trial(20), 2, Rule.OLIVO);
    assertTrue(learned.summary(Rule.OLIVO).get("ratio_10_20").worst() < .1);
    assertTrue(learned.divergedSeeds(Rule.OLIVO).isEmpty());
  }

  @Test
  void slipIsTakenAgainstTheHeadAndTheReflexAloneLeavesSomeOfIt() throws Exception {
    Trial gaze = new Trial(robot("gaze2"), Scenario.STEADY, 20, 0, 1);
    assertEquals("head velocity", gaze.relativeTo());
    double left = run(gaze, 2, ALONE).rows().getFirst().figures().get("ratio_10_20");
    assertEquals(.57, left, .05, "gain .6 against a plant of gain 1/(1 + i w .012)");
  }

  @Test
  void aWrongInertiaReachesTheLearner() throws Exception {
    Trial much = new Trial(ARM, Scenario.STEADY, 10, 0, 5);
    double[] right = run(trial(10), 2, Rule.OLIVO).rows().getFirst().curve();
    double[] wrong = run(much, 2, Rule.OLIVO).rows().getFirst().curve();
    assertFalse(Arrays.equals(right, wrong));
  }

  @Test
  void theLearnerMeasuresADelayThatNobodyTellsIt() throws Exception {
    Trial late = new Trial(ARM, Scenario.STEADY, 3, .1, 1);
    double prompt = run(trial(3), 2, Rule.OLIVO).rows().getFirst().figures().get("lag_ticks");
    double found = run(late, 2, Rule.OLIVO).rows().getFirst().figures().get("lag_ticks");
    assertEquals(prompt + 50, found, 1, "100 ms are 50 ticks");
  }

  @Test
  void aLoadIsMasteredAndTheSecondTimeSooner() throws Exception {
    Trial payload = new Trial(ARM, Scenario.PAYLOAD, 180, 0, 1);
    Map<String, Statistics> figures =
        new Bench(payload, List.of(Rule.OLIVO), List.of(7L), 2).run(done -> {}).summary(Rule.OLIVO);
    double first = figures.get("t5_first").worst();
    double second = figures.get("t5_second").worst();
    assertTrue(first > 1 && first < 12, "first " + first + " s");
    assertTrue(second < first, "second " + second + " s");
    assertTrue(figures.get("t2_first").worst() >= first, "under 2 mrad is harder than under 5");
    assertTrue(figures.get("first_2_5s_vs_pd").worst() < .2);
    assertEquals(2, figures.get("slots").worst(), "plants remembered");
  }

  @Test
  void changesFollowTheReferenceNotTheClock() {
    List<Change> changes = PlantChanges.of("arm2").of(Scenario.ABCA, 5.5);
    assertEquals(65.5, changes.getFirst().atSeconds(), "B begins 60 s after the reference");
    assertArrayEquals(new double[] {.7}, changes.getFirst().values());
    assertEquals(185.5, changes.getLast().atSeconds(), "A is back");
  }

  @Test
  void aPlantWithoutALoadIsRefused() {
    RobotSpec gaze = robot("gaze2");
    String said =
        assertThrows(
                IllegalArgumentException.class, () -> new Trial(gaze, Scenario.PAYLOAD, 10, 0, 1))
            .getMessage();
    assertTrue(said.contains("gaze2 has no load"), said);
  }

  @Test
  void whoMakesThingsWorseIsSaidToDiverge() {
    assertTrue(Row.diverged(Map.of("ratio_40_60", 1.01), .5, 0));
    assertFalse(Row.diverged(Map.of("ratio_40_60", .99, "t5_first", Double.NaN), .5, 0));
    assertTrue(Row.diverged(Map.of("ratio_10_20", Double.NaN), .5, 0));
    assertTrue(Row.diverged(Map.of(), 1.5, 0), "a short run is judged by its last third");
    assertTrue(Row.diverged(Map.of(), .5, 1), "it stood safe for a tick");
  }

  @Test
  void thePageHasOneChartPerPlantWithAllLearners() throws Exception {
    Trial cart = new Trial(robot("cart1"), Scenario.STEADY, 2, 0, 1);
    List<Measured> both =
        List.of(run(trial(2), 2, Rule.OLIVO, Rule.FEL), run(cart, 2, Rule.OLIVO, Rule.FEL));
    Report report = new BenchReport(both, "olivo bench curves --seeds 1,2").report();
    assertEquals(2, report.benchmarks().size());
    report
        .benchmarks()
        .forEach(
            plant -> {
              assertEquals(3, plant.curves().learners().size(), "the feedback is drawn, too");
              assertEquals(3, plant.curves().spreads().size());
            });
    assertEquals("seeds 1\u20132", report.seed());
  }
}
