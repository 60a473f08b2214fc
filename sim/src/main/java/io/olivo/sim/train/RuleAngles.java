package io.olivo.sim.train;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The angle between what a rule wants of each hidden layer and what backprop wants, on the first
 * {@value #MOST} training rows. A copy of net and rule is asked, so that nothing of the run
 * changes.
 */
final class RuleAngles {
  private static final int MOST = 512;

  private final Kernels kernels;
  private final int hidden;
  private final DenseNet net;
  private final NetTrainer rule;
  private final NetTrainer backprop;

  RuleAngles(RuleTrial trial, Learned learned, Kernels kernels) {
    this.kernels = kernels;
    int rows = Math.min(MOST, trial.rows());
    net = new DenseNet(learned.net(trial.task()), kernels, new Chance(0));
    hidden = net.layers() - 1;
    StepSizes unused = StepSizes.plain(1);
    rule = new NetTrainer(net, learned.rule().maker(), unused, rows, new Chance(0));
    backprop = new NetTrainer(net, CreditRules.BACKPROP.maker(), unused, rows, new Chance(0));
    for (int n = 0; n < rows; n++) {
      for (NetTrainer each : List.of(rule, backprop)) {
        kernels.put(each.input(), n, trial.samples().train().x(n));
        kernels.put(each.target(), n, trial.samples().train().y(n));
      }
    }
  }

  /** [hidden layer] degrees, as the trainer stands. */
  List<Double> of(NetTrainer trainer) {
    StateWriter out = new StateWriter("angles");
    trainer.save(out);
    rule.load(new StateReader(out.bytes()));
    ProposedChanges own = proposed(rule);
    ProposedChanges right = proposed(backprop);
    List<Double> degrees = new ArrayList<>();
    for (int l = 1; l <= hidden; l++) {
      degrees.add(own.degrees(l, right));
    }
    return degrees;
  }

  private ProposedChanges proposed(NetTrainer trainer) {
    ProposedChanges changes = new ProposedChanges(net, kernels);
    trainer.predict();
    trainer.propose(changes);
    return changes;
  }
}
