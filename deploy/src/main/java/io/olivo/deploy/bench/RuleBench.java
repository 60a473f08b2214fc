package io.olivo.deploy.bench;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.sim.train.Learned;
import io.olivo.sim.train.RuleClock;
import io.olivo.sim.train.RuleOutcome;
import io.olivo.sim.train.RuleSettings;
import io.olivo.sim.train.RuleTrial;
import io.olivo.sim.train.Samples;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/**
 * Measures rules of layered nets side by side. Backprop on the net of each rule, the last layer
 * alone and redrawn feedback run beside them on every seed, asked for or not.
 *
 * @param plan what is measured
 * @param rules those asked for
 * @param seeds of net, rule, order and drawn data
 * @param jobs runs at a time
 * @param rate instead of the frozen one
 */
public record RuleBench(
    RulePlan plan, List<CreditRules> rules, List<Long> seeds, int jobs, OptionalDouble rate) {
  /** Keeps its own copies. */
  public RuleBench {
    rules = List.copyOf(rules);
    seeds = List.copyOf(seeds);
  }

  /** Everybody who runs: those asked for, and on each kind of net backprop and the nulls. */
  public List<Learned> learned() {
    Set<Learned> all = new LinkedHashSet<>();
    for (CreditRules rule : rules) {
      Learned own = Learned.of(rule, plan.task());
      all.add(own);
      for (CreditRules beside : CreditRules.values()) {
        if (beside.isNull() || beside == CreditRules.BACKPROP) {
          all.add(own.by(beside));
        }
      }
    }
    return List.copyOf(all);
  }

  /** How many runs there are. */
  public int runs() {
    return learned().size() * seeds.size();
  }

  /** Steps of all runs together. */
  public long steps() {
    return runs() * plan.steps();
  }

  /**
   * Runs all of it, then times all of it.
   *
   * @param done told, by several threads, how many steps were done since
   */
  public RuleResults run(LongConsumer done) throws InterruptedException {
    List<RuleOutcome> outcomes = outcomes(done);
    List<Learned> all = learned();
    Map<Learned, Double> micros =
        new RuleClock(plan.task(), plan.batch(), new FloatRows()).micros(all);
    List<RuleRow> rows = new ArrayList<>();
    for (Learned one : all) {
      List<RuleOutcome> own = of(outcomes, one);
      List<RuleOutcome> reference = of(outcomes, one.reference());
      rows.add(
          new RuleRow(
              one,
              sizes(one),
              own,
              reference,
              macs(one) / (double) macs(one.reference()),
              micros.getOrDefault(one, Double.NaN),
              micros.getOrDefault(one.reference(), Double.NaN)));
    }
    return new RuleResults(plan, rows);
  }

  private static List<RuleOutcome> of(List<RuleOutcome> outcomes, Learned one) {
    return outcomes.stream().filter(outcome -> outcome.learned().equals(one)).toList();
  }

  private StepSizes sizes(Learned one) {
    return rate.isPresent()
        ? RuleSettings.of(one, plan.task(), plan.batch(), rate.getAsDouble())
        : RuleSettings.of(one, plan.task(), plan.batch());
  }

  private long macs(Learned one) {
    DenseNet net = new DenseNet(one.net(plan.task()), new FloatRows(), new Chance(0));
    return one.rule().maker().attach(net, plan.batch(), new Chance(0)).macs();
  }

  private List<RuleOutcome> outcomes(LongConsumer done) throws InterruptedException {
    LongFunction<Samples> data = plan.data();
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Thread.ofPlatform().factory());
    try {
      List<Future<RuleOutcome>> pending = new ArrayList<>();
      for (Learned one : learned()) {
        for (long seed : seeds) {
          pending.add(threads.submit(() -> run(one, seed, data.apply(seed), done)));
        }
      }
      List<RuleOutcome> outcomes = new ArrayList<>();
      for (Future<RuleOutcome> one : pending) {
        outcomes.add(one.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private RuleOutcome run(Learned one, long seed, Samples samples, LongConsumer done) {
    RuleTrial trial = plan.trial(samples);
    Kernels kernels = plan.kernels().of(one.net(plan.task()), plan.batch());
    return trial.run(one, sizes(one), kernels, seed, done);
  }
}
