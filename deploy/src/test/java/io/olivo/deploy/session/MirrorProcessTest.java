package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.wire.Act;
import io.olivo.controller.wire.WireException;
import io.olivo.deploy.broker.EmbeddedBroker;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulator in a process of its own, over a real broker. */
class MirrorProcessTest {
  private static final long SEED = 21;
  private static final int TICKS = 3000; // beyond the 1250 of the identification
  private static EmbeddedBroker broker;
  private static RobotSpec arm;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(0);
    arm = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  private static SimulatorProcess simulator(String name) {
    return SimulatorProcess.start(
        List.of(
            arm.file().toAbsolutePath().toString(),
            "--broker=" + broker.uri(),
            "--seed=" + SEED,
            "--as=" + name,
            "--quiet"));
  }

  /** A loop behind the mirror, put together as the command line does it. */
  private static final class Mirrored {
    final Learner learner;
    final LoopParts parts;
    final MirrorEndpoint mirror;

    Mirrored(RobotLink link) throws Exception {
      Wiring wiring = new Wiring(arm);
      Seeds seeds = Seeds.of(SEED);
      learner = wiring.learner(Rule.OLIVO, seeds);
      mirror =
          MirrorEndpoint.open(
              link.link(),
              link.topics(),
              arm.sensors(),
              wiring.actuatorChannels(),
              500,
              Duration.ofSeconds(30));
      parts =
          wiring.parts(
              mirror.sensors(), mirror.actuators(), wiring.trajectory(seeds), learner, 2.5);
    }
  }

  @Test
  void learnsTheSameBitsAsInOneProcess() throws Exception {
    try (SimulatorProcess simulator = simulator("bits");
        RobotLink link = new RobotLink(broker.uri(), "bits")) {
      Mirrored run = new Mirrored(link);
      ControlLoop[] loop = new ControlLoop[1];
      Telemetry end =
          tick -> {
            if (tick.number >= TICKS) {
              loop[0].stop();
            }
          };
      loop[0] = new ControlLoop(run.parts, end, new LoopListener() {});
      loop[0].run(run.mirror.pacer());
      Rig here = new Rig(arm, Rule.OLIVO, SEED, List.of(), TICKS / 500.0).run(tick -> {});
      assertEquals(TICKS, run.mirror.counters().ticks());
      assertEquals(
          new LearnedState(Rule.OLIVO, here.learner()).digest(),
          new LearnedState(Rule.OLIVO, run.learner).digest());
      assertTrue(simulator.runs());
    }
  }

  @Test
  void sendsTheSafeCommandWhenTheSimulatorIsKilledAndGoesOnWithTheNextOne() throws Exception {
    try (RobotLink link = new RobotLink(broker.uri(), "killed");
        RobotLink witness = new RobotLink(broker.uri(), "witness")) {
      SimulatorProcess first = simulator("killed");
      Mirrored run = new Mirrored(link);
      CountDownLatch safeOnTheWire = new CountDownLatch(1);
      witness
          .link()
          .subscribe(link.topics().mirrorAct(), (t, payload, r) -> watch(payload, safeOnTheWire));
      Witnessed seen = new Witnessed();
      ControlLoop loop = new ControlLoop(run.parts, seen, seen);
      try (LoopThread thread = new LoopThread(loop, run.mirror.pacer())) {
        seen.awaitTicks(500);
        assertEquals(1, safeOnTheWire.getCount(), "no safe command while the simulator lives");
        first.handle().destroyForcibly();
        assertTrue(safeOnTheWire.await(2, TimeUnit.SECONDS));
        assertTrue(seen.lost.await(2, TimeUnit.SECONDS));
        try (SimulatorProcess second = simulator("killed")) {
          assertTrue(seen.back.await(30, TimeUnit.SECONDS));
          seen.awaitTicks(seen.ticks.get() + 500);
          assertTrue(second.runs());
        }
        assertTrue(thread.runs(1));
      }
      assertFalse(first.runs());
    }
  }

  private static void watch(byte[] payload, CountDownLatch safe) {
    try {
      Act act = new Act(2);
      act.decode(payload);
      if (act.safe) {
        safe.countDown();
      }
    } catch (WireException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Witnessed implements LoopListener, Telemetry {
    final CountDownLatch lost = new CountDownLatch(1);
    final CountDownLatch back = new CountDownLatch(1);
    final AtomicLong ticks = new AtomicLong();

    @Override
    public void lost(long nowNanos) {
      lost.countDown();
    }

    @Override
    public void back(long nowNanos) {
      back.countDown();
    }

    @Override
    public void offer(io.olivo.controller.telemetry.Tick tick) {
      ticks.set(tick.number);
    }

    void awaitTicks(long wanted) throws InterruptedException {
      for (int i = 0; i < 3000 && ticks.get() < wanted; i++) {
        Thread.sleep(10);
      }
      assertTrue(ticks.get() >= wanted, "only " + ticks.get() + " ticks after 30 s");
    }
  }
}
