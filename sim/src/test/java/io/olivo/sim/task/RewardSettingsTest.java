package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.GranuleConfig;
import io.olivo.learning.reward.GranuleConstants;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewardSettingsTest {
  @Test
  void oneSetIsTheSameForEveryTaskButForItsInputsAndItsKindOfAction() {
    for (String name : Tasks.names()) {
      Task task = Tasks.named(name);
      GranuleConfig one = RewardSettings.one(task);
      assertEquals(GranuleConstants.U98.fitting(task.actions()), one.constants(), name);
      assertTrue(one.ownHorizon(), name);
      if (task.actions() instanceof ActionSpace.Bounded) {
        assertTrue(one.model().measured() && one.model().selecting(), name);
        assertArrayEquals(IntStream.range(0, one.inputs()).toArray(), one.model().inputs(), name);
      } else {
        assertFalse(one.model().isUsed(), name);
      }
    }
  }

  @Test
  void nobodyElseSetsAnythingByItself() {
    for (String name : Tasks.names()) {
      Task task = Tasks.named(name);
      for (GranuleConfig config :
          new GranuleConfig[] {RewardSettings.of(task), RewardSettings.gated(task)}) {
        assertFalse(config.ownHorizon() || config.model().selecting(), name);
      }
    }
  }
}
