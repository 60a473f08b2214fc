package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/** Another task, but for what a subclass changes. */
abstract class ChangedTask implements Task {
  /** The task within. */
  final Task task;

  ChangedTask(Task task) {
    this.task = task;
  }

  @Override
  public String name() {
    return task.name();
  }

  @Override
  public List<String> observations() {
    return task.observations();
  }

  @Override
  public ActionSpace actions() {
    return task.actions();
  }

  @Override
  public int timeLimit() {
    return task.timeLimit();
  }

  @Override
  public List<String> parameters() {
    return task.parameters();
  }

  @Override
  public void set(String parameter, double value) {
    task.set(parameter, value);
  }

  @Override
  public void reset(Chance chance) {
    task.reset(chance);
  }

  @Override
  public double step(double[] action) {
    return task.step(action);
  }

  @Override
  public Ending ending() {
    return task.ending();
  }

  @Override
  public void observe(double[] observation) {
    task.observe(observation);
  }

  @Override
  public boolean isSuccess(EpisodeScore score) {
    return task.isSuccess(score);
  }

  @Override
  public boolean isSolved(double meanReturn, double successShare) {
    return task.isSolved(meanReturn, successShare);
  }

  @Override
  public void save(StateWriter out) {
    task.save(out);
  }

  @Override
  public void load(StateReader in) {
    task.load(in);
  }
}
