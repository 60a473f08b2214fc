package io.olivo.sim.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.controller.feedback.GainFeedback;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sim.plant.Arm2;
import org.junit.jupiter.api.Test;

class ComputedTorqueTest {
  private static final double[] LEVEL = {Math.PI / 2, 0, 0, 0, 0, 0}; // stretched out, at rest

  private final Arm2 arm = new Arm2();
  private final double[] learned = new double[2];

  @Test
  void holdsTheArmAgainstGravityAndFollowsAPayloadInTheSameTick() {
    Learner learner = new ComputedTorque(arm, 2, null);
    learner.act(new double[4], LEVEL, learned);
    assertArrayEquals(new double[] {9.81 * (.225 + .3 + .15), 9.81 * .15}, learned, 1e-12);
    arm.set("payload", .7);
    learner.act(new double[4], LEVEL, learned);
    assertEquals(9.81 * (.225 + .3 + .15 + .7 * .6), learned[0], 1e-12);
  }

  @Test
  void whatAReflexAlwaysAddsIsNotAddedTwice() {
    GainFeedback reflex =
        new GainFeedback(new int[] {0, 1}, new double[] {-.6, 2}, new int[] {2, 3});
    new ComputedTorque(arm, 2, null).act(new double[4], LEVEL, learned);
    double[] alone = learned.clone();
    new ComputedTorque(arm, 2, reflex).act(new double[] {1, 1, 0, 0}, LEVEL, learned);
    assertArrayEquals(new double[] {alone[0] + .6, alone[1] - 2}, learned, 1e-12);
  }

  @Test
  void hasNothingToLearnToSaveOrToForget() {
    Learner learner = new ComputedTorque(arm, 2, null);
    StateWriter out = new StateWriter("model");
    learner.save(out);
    assertEquals(new StateWriter("model").digest(), out.digest());
    learner.act(new double[4], LEVEL, learned);
    double[] before = learned.clone();
    Teaching teaching = new Teaching(2);
    teaching.tellError(new double[] {9, 9}, new double[2], 1);
    learner.learn(teaching, learned);
    learner.freeze(true);
    learner.interrupt();
    learner.load(new StateReader(out.bytes()));
    learner.act(new double[4], LEVEL, learned);
    assertArrayEquals(before, learned);
  }
}
