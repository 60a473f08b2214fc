package io.olivo.deploy.cli;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Id;
import io.olivo.deploy.session.BrokerAccess;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.watch.Fleet;
import io.olivo.deploy.watch.WireRecorder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sees robots from anywhere. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "See the robots of a broker: all of them as a table, or one with its channels over time.",
      "Robots are seen when they were started with --broker. Nothing commands them except the",
      "buttons of the page that --web serves; --record asks them for events it missed."
    },
    footer = {
      "",
      "Examples:",
      "  olivo watch                                    all robots on tcp://localhost:1883",
      "  olivo watch arm2 --broker ssl://robots.lan:8883 --user me --password-file secret",
      "  olivo watch arm2 --json --for 60s              one JSON object per line and second",
      "  olivo watch arm2 --record arm2.mcap            for Foxglove, PlotJuggler and others",
      "  olivo watch --web                              in a browser: http://localhost:8080",
      "  olivo watch --web --bind 0.0.0.0 --ws ws://192.168.1.5:9001/mqtt     for phones, too"
    })
final class WatchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ROBOT",
      arity = "0..1",
      description = "The robot's name on the wire; default: all robots.")
  private @Nullable String robot;

  @Mixin private BrokerOptions broker = new BrokerOptions();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = SimOptions.SecondsReader.class,
      description = "How long; default: until Ctrl-C.")
  private double seconds = Double.POSITIVE_INFINITY;

  @Option(
      names = "--plain",
      description = "Lines one after another, as in a log, on a terminal too.")
  private boolean plain;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = {
        "Record what comes of ROBOT into a new MCAP file: description, state, telemetry, events,",
        "as JSON, and where telemetry is missing."
      })
  private @Nullable Path record;

  @ArgGroup(exclusive = false, heading = "In a browser:%n")
  private @Nullable WebOptions web;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws Exception {
    String wanted = robot;
    if (wanted != null && !Id.valid(wanted)) {
      throw Usage.error(command, "a robot's name is 1 to 64 of A-Z a-z 0-9 _ -, not " + wanted);
    }
    if (record != null && (wanted == null || web != null)) {
      throw Usage.error(command, "--record is for one robot: olivo watch ROBOT --record FILE");
    }
    WebOptions served = web;
    return served == null ? here(wanted) : served.serve(given(), output, seconds);
  }

  /** The broker's address if somebody typed one; null for the usual place. */
  private @Nullable URI given() {
    boolean typed =
        command != null && command.commandLine().getParseResult().hasMatchedOption("--broker");
    return typed ? broker.access().broker() : null;
  }

  private int here(@Nullable String wanted) throws InterruptedException, IOException {
    BrokerAccess access = broker.access();
    URI at = access.broker();
    try (PahoLink link = PahoLink.connect(access.config("watch-" + RobotLink.newSession()))) {
      Fleet fleet = new Fleet(System::nanoTime, InstantSource.system());
      fleet.listen(link, wanted == null ? Fleet.ALL : wanted);
      WatchScreen screen = new WatchScreen(fleet, link::connected, output, plain);
      return record == null || wanted == null
          ? screen.show(wanted, seconds)
          : recorded(record, wanted, link, screen);
    } catch (NoBrokerException nobody) {
      System.err.printf(
          "no broker at %s: robots are seen through the broker that they talk to; give theirs with"
              + " --broker, or start one with `mosquitto -p %d`%n",
          at, at.getPort());
      return ExitCode.NO_LINK;
    }
  }

  /** Ctrl-C ends a recording as well as --for does: its summary is written first. */
  private int recorded(Path file, String wanted, Link link, WatchScreen screen)
      throws InterruptedException, IOException {
    WireRecorder recorder = new WireRecorder(file, wanted, InstantSource.system());
    recorder.listen(link, "watch-" + RobotLink.newSession());
    Thread showing = Thread.currentThread();
    Thread last = new Thread(() -> end(recorder, showing), "olivo-recorder-end");
    Runtime.getRuntime().addShutdownHook(last);
    int code = screen.show(wanted, seconds);
    Runtime.getRuntime().removeShutdownHook(last);
    recorder.close();
    output.note("recorded to %s, %d frames missing".formatted(file, recorder.missing()));
    return code;
  }

  private static void end(WireRecorder recorder, Thread showing) {
    try {
      showing.interrupt();
      recorder.close();
    } catch (IOException e) {
      System.err.println("the recording is not whole: " + e.getMessage());
    }
  }
}
