package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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
              mirror.sensors(),
              mirror.actuators(),
              wiring.trajectory(seeds),
              learner,
              Wiring.HOLD_SECONDS);
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
      loop[0].order(Order.ARM);
      loop[0].run(run.mirror.pacer());
      Rig here = new Rig(arm, Rule.OLIVO, SEED, List.of(), TICKS / 500.0).run(tick -> {});
      assertEquals(TICKS, run.mirror.counters().ticks());
      assertEquals(
          new LearnedState(Rule.OLIVO, here.learner(), arm).digest(),
          new LearnedState(Rule.OLIVO, run.learner, arm).digest());
      assertTrue(simulator.runs());
    }
  }

  @Test
  void sendsTheSafeCommandWhenTheSimulatorIsKilledAndGoesOnWithTheNextOne() throws Exception {
    try (RobotLink link = new RobotLink(broker.uri(), "killed");
        RobotLink witness = new RobotLink(broker.uri(), "witness")) {
      SimulatorProcess first = simulator("killed");
      Mirrored run = new Mirrored(link);
      AtomicLong safeOnTheWire = new AtomicLong();
      witness
          .link()
          .subscribe(link.topics().mirrorAct(), message -> watch(message.payload(), safeOnTheWire));
      Witnessed seen = new Witnessed();
      ControlLoop loop = new ControlLoop(run.parts, seen, seen);
      loop.order(Order.ARM);
      try (LoopThread thread = new LoopThread(loop, run.mirror.pacer())) {
        seen.awaitTicks(500);
        first.handle().destroyForcibly();
        first.handle().onExit().join();
        long before = safeOnTheWire.get();
        await("a safe command", () -> safeOnTheWire.get() > before + 1);
        assertTrue(seen.lost.get() >= seen.back.get());
        long backBefore = seen.back.get();
        try (SimulatorProcess second = simulator("killed")) {
          await("the run to go on", () -> seen.back.get() > backBefore);
          seen.awaitTicks(seen.ticks.get() + 500);
          assertTrue(second.runs());
        }
        assertTrue(thread.runs(1));
      }
      assertFalse(first.runs());
    }
  }

  private static void watch(byte[] payload, AtomicLong safe) {
    try {
      Act act = new Act(2);
      act.decode(payload);
      if (act.safe) {
        safe.incrementAndGet();
      }
    } catch (WireException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Witnessed implements LoopListener, Telemetry {
    final AtomicLong lost = new AtomicLong();
    final AtomicLong back = new AtomicLong();
    final AtomicLong ticks = new AtomicLong();

    @Override
    public void entered(long nowNanos, LoopState state, @Nullable Fault why) {
      (state == LoopState.RUNNING ? back : lost).incrementAndGet();
    }

    @Override
    public void offer(io.olivo.controller.telemetry.Tick tick) {
      ticks.set(tick.number);
    }

    void awaitTicks(long wanted) throws InterruptedException {
      await(wanted + " ticks", () -> ticks.get() >= wanted);
    }
  }

  private static void await(String what, BooleanSupplier there) throws InterruptedException {
    for (int i = 0; i < 3000 && !there.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertTrue(there.getAsBoolean(), "waited 30 s for " + what);
  }
}
