package io.olivo.deploy.demo;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The textbook's learners and the feedback alone, on the same reference, in this process. */
public record Peers(RobotSpec robot, DemoPlan plan, long seed) implements Callable<List<Outcome>> {
  @Override
  public List<Outcome> call() throws InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Rule rule : List.of(Rule.PD, Rule.FEL, Rule.PES)) {
      outcomes.add(run(rule));
    }
    return outcomes;
  }

  private Outcome run(Rule rule) throws InterruptedException {
    Rig rig = new Rig(robot, rule, seed, plan.changes(), plan.seconds());
    long ticks = Math.round(plan.seconds() * robot.loop().rateHertz());
    HandTrace hand = new HandTrace(rig.robot(), ticks);
    return new Outcome(rule.title(), rig.run(hand).errors(), plan, hand);
  }
}
