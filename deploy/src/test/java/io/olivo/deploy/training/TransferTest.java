package io.olivo.deploy.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sim.io.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static TransferRow row(double trained, double zero, double minute, double five) {
    Transfer one =
        new Transfer(
            new Score(trained + .1, 1),
            new Score(zero, .5),
            new Score(minute, .9),
            new Score(five, 1),
            0);
    Transfer other =
        new Transfer(
            new Score(trained - .1, 1),
            new Score(zero, .3),
            new Score(minute, .9),
            new Score(five, 1),
            .2);
    return new TransferRow(new Body("b", List.of()), List.of(one, other));
  }

  @Test
  void closedIsTheShareOfTheDropOfTheMeans() {
    TransferRow row = row(.8, .4, .6, .9);
    assertEquals(.4, row.drop(), 1e-12);
    assertEquals(.5, row.closed(Transfer::minute), 1e-12);
    assertEquals(1.25, row.closed(Transfer::fiveMinutes), 1e-12);
    assertEquals(.4, row.mean(Transfer::zero).held(), 1e-12);
    assertEquals(.1, row.earned(), 1e-12);
  }

  @Test
  void withoutADropNothingCanBeClosed() {
    assertTrue(Double.isNaN(row(.8, .79, .8, .8).closed(Transfer::minute)));
    assertTrue(Double.isNaN(row(.8, .9, .8, .8).closed(Transfer::minute)));
  }

  @Test
  void aBodyIsItsNameAndItsParameters() {
    Body body = Body.of("late: latency=0.05, noise=2");
    assertEquals("late", body.name());
    Change noise = body.changes().get(1);
    assertEquals("noise", noise.parameter());
    assertEquals(2, noise.values()[0]);
    assertEquals(0, noise.atSeconds());
    assertEquals("mass=1.5", Body.of("mass=1.5").name());
  }

  @Test
  void whatIsNoBodyIsAnsweredWithOne() {
    for (String wrong : new String[] {"", "late", "late:", "late:latency", "late:latency=x"}) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> Body.of(wrong)).getMessage();
      assertTrue(message.contains("as in late:latency=0.05"), message);
    }
  }
}
