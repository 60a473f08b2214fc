package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.bench.ChangesRow.Plasticity;
import io.olivo.sim.task.Body;
import io.olivo.sim.task.ChangesOutcome;
import io.olivo.sim.task.ChangesTrial;
import io.olivo.sim.task.Recovery;
import io.olivo.sim.task.RewardAlgos;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ChangesRowTest {
  private static final ChangesTrial TRIAL =
      new ChangesTrial("Pendulum-v1", 200, 1, 15_000, 250, -250);

  private static ChangesRow row(IntToDoubleFunction steps) {
    List<Recovery> recoveries = new ArrayList<>();
    for (int change = 0; change < 200; change++) {
      double at = steps.applyAsDouble(change);
      Body body = new Body(Map.of("gain", (double) change), change % 2 == 0);
      recoveries.add(new Recovery(body, -900, at, -200, at > 0));
    }
    return new ChangesRow(
        TRIAL, RewardAlgos.OLIVO, List.of(new ChangesOutcome(1, recoveries, 3, 0)));
  }

  @Test
  void returningAndNewBodiesAreCountedApart() {
    ChangesRow row = row(change -> change % 2 == 0 ? 500 : 1500);
    assertEquals(new ChangesTally(100, 0, 100, 100, 500), row.tally(ChangesRow.RETURNING));
    assertEquals(new ChangesTally(100, 0, 100, 100, 1500), row.tally(ChangesRow.NEW));
    assertEquals(1000, row.tally(ChangesRow.ALL).meanSteps());
  }

  @Test
  void whatWasNeverRecoveredFromCountsWithItsWholePhase() {
    ChangesRow row = row(change -> change % 4 == 1 ? Double.NaN : 1000);
    assertEquals(new ChangesTally(100, 0, 50, 50, 8000), row.tally(ChangesRow.NEW));
  }

  @Test
  void aLearnerThatGetsSlowerFades() {
    assertEquals(Plasticity.KEPT, row(change -> 1000).plasticity());
    assertEquals(Plasticity.KEPT, row(change -> 1000 + .5 * change).plasticity());
    ChangesRow slower = row(change -> 1000 + 2 * change);
    assertEquals(Plasticity.LOST, slower.plasticity());
    assertEquals(1349. / 1049, slower.lastOverFirst(ChangesRow.ALL), 1e-9);
    assertTrue(slower.answer().contains("fades: the last 50 changes took 1.29 times"));
  }

  @Test
  void nothingIsSaidOfALearnerThatHardlyEverRecovers() {
    assertEquals(
        Plasticity.UNKNOWN, row(change -> change % 3 == 0 ? 100 : Double.NaN).plasticity());
  }

  @Test
  void blocksAreEighthsAndCoverAllChanges() {
    ChangesRow row = row(change -> change / 25 * 100 + 100);
    assertEquals(List.of(25, 50, 75, 100, 125, 150, 175, 200), row.blockEnds());
    double[] means = row.blockMeans(ChangesRow.ALL);
    for (int block = 0; block < 8; block++) {
      assertEquals(100 * (block + 1), means[block], 1e-9);
    }
  }
}
