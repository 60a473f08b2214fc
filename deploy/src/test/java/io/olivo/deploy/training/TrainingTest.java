package io.olivo.deploy.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class TrainingTest {
  private static final RobotSpec PENDULUM =
      RobotFile.read(Path.of("src/main/robots/pendulum.yaml"));
  private static final long STEPS = 5000;

  @TempDir Path folder;

  private List<String> digests(int jobs, Path of) throws InterruptedException {
    TrainPlan plan = new TrainPlan(PENDULUM, List.of(905L, 906L), 2500);
    return new Training(plan, jobs, of)
        .run(steps -> {}).stream().map(one -> one.state().digest()).toList();
  }

  private String trained(Path of) throws InterruptedException {
    Wiring wiring = new Wiring(PENDULUM);
    Apprentice apprentice = new Apprentice(wiring, 904, of);
    apprentice.train(STEPS, steps -> {});
    return apprentice.graduate(new Examiner(wiring, 1)).state().digest();
  }

  /** As if the process had been killed after its first checkpoint. */
  private void killed(Path of) {
    Apprentice apprentice = new Apprentice(new Wiring(PENDULUM), 904, of);
    long[] done = new long[1];
    assertThrows(
        IllegalStateException.class,
        () ->
            apprentice.train(
                STEPS,
                steps -> {
                  done[0] += steps;
                  if (done[0] > 0) {
                    throw new IllegalStateException("killed");
                  }
                }));
    assertTrue(done[0] > 0 && done[0] < STEPS, "steps done " + done[0]);
  }

  @Test
  void goesOnBitForBitAfterItWasKilled() throws InterruptedException {
    String whole = trained(folder.resolve("whole"));
    killed(folder.resolve("killed"));
    assertEquals(whole, trained(folder.resolve("killed")));
  }

  @Test
  void theResultDoesNotDependOnHowManyLearnAtATime() throws InterruptedException {
    List<String> one = digests(1, folder.resolve("one"));
    assertEquals(one, digests(2, folder.resolve("two")));
    assertNotEquals(one.get(0), one.get(1));
  }

  @Test
  void checkpointsOfAFinishedTrainingAreDeleted() throws InterruptedException, IOException {
    Training training = new Training(new TrainPlan(PENDULUM, List.of(905L), 300), 1, folder);
    assertFalse(training.goesOn());
    training.run(steps -> {});
    assertTrue(training.goesOn());
    training.clear();
    assertFalse(training.goesOn());
  }

  @Test
  void anExamChangesNothingAndIsTheSameForEverybody() throws InterruptedException {
    Wiring wiring = new Wiring(PENDULUM);
    Apprentice apprentice = new Apprentice(wiring, 903, folder);
    apprentice.train(600, steps -> {});
    Graduate first = apprentice.graduate(new Examiner(wiring, 2));
    String digest = first.state().digest();
    Graduate second = apprentice.graduate(new Examiner(wiring, 2));
    assertEquals(first.score(), second.score());
    assertEquals(digest, second.state().digest());
  }

  @Test
  void whoKnowsNothingHoldsNothing() throws InterruptedException {
    Wiring wiring = new Wiring(PENDULUM);
    Score score = new Apprentice(wiring, 902, folder).graduate(new Examiner(wiring, 10)).score();
    assertEquals(0, score.held());
    assertTrue(score.reward() < .2, "reward " + score.reward());
  }

  @Test
  void bestIsWhoEarnsMost() throws InterruptedException {
    Wiring wiring = new Wiring(PENDULUM);
    Graduate some = new Apprentice(wiring, 902, folder).graduate(new Examiner(wiring, 1));
    List<Graduate> all =
        List.of(
            new Graduate(1, new Score(.5, 1), some.state()),
            new Graduate(2, new Score(.7, .9), some.state()),
            new Graduate(3, new Score(.7, 1), some.state()));
    assertEquals(2, Training.best(all).seed());
  }

  private String refusal(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("r.yaml"), text);
    RobotSpec robot = RobotFile.read(file);
    return String.valueOf(
        assertThrows(RobotFileException.class, () -> new TrainPlan(robot, List.of(1L), 10))
            .getMessage());
  }

  @Test
  void whatCannotBeTrainedIsRefusedWithARemedy() throws IOException {
    String pendulum = Files.readString(PENDULUM.file());
    String arm = Files.readString(Path.of("src/main/robots/arm2.yaml"));
    assertTrue(refusal(arm).contains("trained by \"olivo run\""));
    assertTrue(refusal(pendulum.replace("  episode: 10 s\n", "")).contains("\"episode: 10 s\""));
    String narrow = pendulum.substring(0, pendulum.indexOf("  randomise:"));
    assertTrue(refusal(narrow).contains("nothing to draw"));
  }
}
