package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.session.SilentLogs;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.sim.train.KernelsRace;
import io.olivo.sim.train.Nd4jKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which arithmetic trains a net fastest. */
@DesktopOnly
@Command(
    name = "kernels",
    mixinStandardHelpOptions = true,
    description = {
      "Time and garbage of a training step, by each arithmetic.",
      "A step of backprop with tanh units: rows of single precision (float), of double precision"
          + " (double), and ND4J on one thread (nd4j). They take turns in rounds, so that compare"
          + " numbers of one run only. Batches have momentum, single samples none."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench kernels",
      "  olivo bench kernels --batch 1,16,256 --net 784-1000-10 --json"
    })
final class KernelsCommand implements Callable<Integer> {
  private static final double WARM_UP_SECONDS = 1.5;
  private static final double TURN_SECONDS = .002; // short, so that the best of many is undisturbed
  private static final int MOST_SAMPLES = 4096;

  @Option(
      names = "--net",
      paramLabel = "SHAPES",
      converter = NetShapes.Reader.class,
      description = "Inputs, hidden layers, outputs (default: 784-256-256-10,8-64-64-2).")
  private NetShapes nets =
      new NetShapes(List.of(List.of(784, 256, 256, 10), List.of(8, 64, 64, 2)));

  @Option(
      names = "--batch",
      paramLabel = "SAMPLES",
      split = ",",
      description = "Samples of a step (default: 1,64).")
  private List<Integer> batches = List.of(1, 64);

  @Option(names = "--rounds", description = "How many, from 1 to 10000 (default: 300).")
  private int rounds = 300;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() {
    check();
    List<Kernels> kernels = kernels();
    KernelsResult result = new KernelsResult(rounds);
    for (List<Integer> widths : nets.widths()) {
      for (int samples : batches) {
        result.add(widths, samples, race(widths, samples, kernels));
      }
    }
    if (output.json()) {
      output.print(result.json());
    } else {
      System.out.print(result.text(output.screen()));
    }
    return ExitCode.OK;
  }

  private void check() {
    if (rounds < 1 || rounds > 10_000) {
      throw Usage.error(command, "--rounds must be from 1 to 10000, got " + rounds);
    }
    for (int samples : batches) {
      if (samples < 1 || samples > MOST_SAMPLES) {
        throw Usage.error(
            command, "--batch must be from 1 to %d, got %d".formatted(MOST_SAMPLES, samples));
      }
    }
  }

  private List<Kernels> kernels() {
    List<Kernels> kernels = new ArrayList<>(List.of(new FloatRows(), new DoubleRows()));
    SilentLogs.impose();
    output.note("starting ND4J; takes seconds, the first time more");
    try {
      kernels.add(new Nd4jKernels());
    } catch (IllegalStateException e) {
      output.note("without ND4J: " + e.getMessage());
    }
    return kernels;
  }

  private List<KernelsRace.Result> race(List<Integer> widths, int samples, List<Kernels> kernels) {
    NetSpec spec = NetSpec.of(widths, Activation.TANH, Loss.CROSS_ENTROPY);
    String task = "%s, %d".formatted(NetShapes.text(widths), samples);
    ProgressLine line = new ProgressLine(output.screen(), System.err);
    List<KernelsRace.Result> results =
        new KernelsRace(spec, samples, kernels, WARM_UP_SECONDS, TURN_SECONDS)
            .run(
                rounds,
                done -> {
                  if (!output.quiet()) {
                    line.show(System.nanoTime(), progress(task, done));
                  }
                });
    if (!output.quiet()) {
      line.end(progress(task, rounds));
    }
    return results;
  }

  private Progress progress(String task, int done) {
    return new Progress(
        task, (double) done / rounds, "%d of %d rounds".formatted(done, rounds), new double[0]);
  }
}
