package io.olivo.deploy.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.SimulatorProcess;
import io.olivo.deploy.wiring.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The simulator in a process of its own, over a real broker. */
@Execution(ExecutionMode.CONCURRENT)
class MirrorTrainingTest {
  private static final RobotSpec PENDULUM =
      RobotFile.read(Path.of("src/main/robots/pendulum.yaml"));
  private static final long SEED = 903;
  private static final long STEPS = 1100; // more than five episodes

  @TempDir Path folder;

  @Test
  void learnsTheSameBitsAsInOneProcessAndWhoComesLaterGetsAnEpisodeOfItsOwn() throws Exception {
    TrainPlan plan = new TrainPlan(PENDULUM, List.of(SEED), STEPS);
    try (EmbeddedBroker broker = EmbeddedBroker.start(0);
        SimulatorProcess simulator = simulator(broker)) {
      String mirrored = train(plan, broker);
      Apprentice here = new Apprentice(new Wiring(PENDULUM), SEED, folder);
      here.train(STEPS, steps -> {});
      assertEquals(here.graduate(new Examiner(new Wiring(PENDULUM), 1)).state().digest(), mirrored);
      TrainPlan short1 = new TrainPlan(PENDULUM, List.of(SEED), 10);
      assertTrue(!train(short1, broker).equals(mirrored), "in another episode of the simulator");
      assertTrue(simulator.runs());
    }
  }

  private static String train(TrainPlan plan, EmbeddedBroker broker) throws Exception {
    try (RobotLink link = new RobotLink(broker.uri(), "trained")) {
      MirrorTraining training = new MirrorTraining(plan, link);
      AtomicLong done = new AtomicLong();
      training.train(done::addAndGet);
      assertEquals(plan.steps(), done.get());
      assertEquals(plan.steps(), training.counters().ticks());
      return training.graduate().state().digest();
    }
  }

  private static SimulatorProcess simulator(EmbeddedBroker broker) {
    return SimulatorProcess.start(
        List.of(
            PENDULUM.file().toAbsolutePath().toString(),
            "--randomise",
            "--broker=" + broker.uri(),
            "--seed=" + SEED,
            "--as=trained",
            "--quiet"));
  }
}
