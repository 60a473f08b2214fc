package io.olivo.deploy.cli;

import io.olivo.controller.fault.FaultKind;
import io.olivo.controller.fault.Faults;
import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.BrokerAccess;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sim.io.SimulatedRobot;
import io.olivo.sim.mirror.HostCounters;
import io.olivo.sim.mirror.MirrorHost;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the hardware over MQTT for a controller elsewhere. */
@DesktopOnly
@Command(
    name = "sim",
    mixinStandardHelpOptions = true,
    description = {
      "Play the hardware over MQTT, in lockstep with \"olivo run ROBOT --io mirror\".",
      "A robot file with sim.episode has it put back after each, and whenever the controller asks.",
      "Without --broker it looks for the one in the robot file."
    },
    footer = {
      "",
      "Example, in two terminals and with a broker running (mosquitto -p 1883):",
      "  olivo sim arm2 --broker tcp://localhost:1883 --set payload=0.7@40s",
      "  olivo run arm2 --io mirror --broker tcp://localhost:1883 --for 60s",
      "To train a skill on another computer against simulated bodies:",
      "  olivo sim pendulum --randomise --broker tcp://desktop:1883",
      "  olivo train pendulum --io mirror --broker tcp://desktop:1883"
    })
final class SimCommand implements Callable<Integer> {
  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private SimOptions sim = new SimOptions();
  @Mixin private WireOptions wire = new WireOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--until-stdin-closes", hidden = true)
  private boolean untilStdinCloses;

  @Override
  public Integer call() throws Exception {
    RobotSpec spec = robot.read();
    Wiring wiring = new Wiring(spec);
    long seed = sim.seed();
    Seeds seeds = Seeds.of(seed);
    SimWiring simulation = new SimWiring(wiring);
    SimulatedRobot simulated = simulation.robot(seeds, sim.changes(), sim.randomises());
    Faults faults = faults(wiring, seeds);
    URI uri = Brokers.known(wire.broker(), spec);
    Topics topics = new Topics(wire.name(spec));
    String session = RobotLink.newSession();
    LinkConfig config =
        BrokerAccess.of(spec.link(), uri)
            .config("sim-" + session)
            .withWill(topics.mirrorDescription(), new byte[0]);
    try (PahoLink link = PahoLink.connect(config);
        MirrorHost host =
            new MirrorHost(
                link,
                topics,
                faults.around(simulated),
                faults.around(simulated.actuators()),
                simulated,
                spec.loop().rateHertz(),
                session,
                simulation.episodes(simulated))) {
      output.note(
          "simulating %s with seed %d on %s; Ctrl-C ends it".formatted(topics.robot(), seed, uri));
      play(host);
      HostCounters counters = host.counters();
      if (output.json()) {
        output.print(counters);
      } else {
        output.note(
            "%d ticks, %d messages sent again, %d doubled, %d refused"
                .formatted(
                    counters.steps(),
                    counters.resent(),
                    counters.duplicates(),
                    counters.refused()));
      }
    }
    return ExitCode.OK;
  }

  /** Those of the robot file; what concerns the loop is not here. */
  private static Faults faults(Wiring wiring, Seeds seeds) {
    return wiring.faults(
        wiring.robot().faults().stream()
            .filter(fault -> fault.kind().target() != FaultKind.Target.LOOP)
            .toList(),
        seeds);
  }

  private void play(MirrorHost host) throws InterruptedException {
    Thread hook = new Thread(host::close, "olivo-sim-end");
    Runtime.getRuntime().addShutdownHook(hook);
    if (untilStdinCloses) {
      Thread.ofPlatform().daemon().name("olivo-parent-watch").start(SimCommand::endWithParent);
    }
    host.run();
  }

  /** The pipe from the parent closes when the parent ends, however it ends. */
  private static void endWithParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // a broken pipe means the same
    }
    Runtime.getRuntime().halt(ExitCode.OK);
  }
}
