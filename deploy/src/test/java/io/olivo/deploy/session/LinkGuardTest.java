package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Trouble;
import io.olivo.controller.loop.Order;
import io.olivo.deploy.robot.FailsafeSpec;
import io.olivo.deploy.robot.LinkLoss;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkGuardTest {
  private static final long SECOND = 1_000_000_000;

  private final List<Order> orders = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private boolean frozen;

  private LinkGuard guard(LinkLoss then) {
    FailsafeSpec spec = new FailsafeSpec(FailsafeConfig.STANDARD, 10, then, null);
    LinkGuard guard = new LinkGuard(spec, orders::add, faults::add, () -> frozen);
    guard.look(true, 0);
    return guard;
  }

  @Test
  void linkThatIsDownForTooLongFreezesAndThawsWhenItIsBack() {
    LinkGuard guard = guard(LinkLoss.FREEZE);
    guard.look(false, 10 * SECOND);
    assertTrue(orders.isEmpty());
    guard.look(false, 11 * SECOND);
    guard.look(false, 12 * SECOND);
    assertEquals(List.of(Order.FREEZE), orders);
    guard.look(true, 13 * SECOND);
    assertEquals(List.of(Order.FREEZE, Order.UNFREEZE), orders);
  }

  @Test
  void whatSomebodyHadFrozenDoesNotThawWithTheLink() {
    frozen = true;
    LinkGuard guard = guard(LinkLoss.FREEZE);
    guard.look(false, 11 * SECOND);
    guard.look(true, 12 * SECOND);
    assertEquals(List.of(Order.FREEZE), orders);
  }

  @Test
  void linkThatIsDownForTooLongStopsOnceAndSaysWhy() {
    LinkGuard guard = guard(LinkLoss.STOP);
    guard.look(false, 11 * SECOND);
    guard.look(false, 12 * SECOND);
    assertEquals(1, faults.size());
    assertEquals(Trouble.LINK_LOST, faults.getFirst().trouble());
    guard.look(true, 13 * SECOND);
    assertTrue(orders.isEmpty(), "what was stopped stays so");
  }

  @Test
  void robotThatKnowsItsWayGoesOn() {
    guard(LinkLoss.CONTINUE).look(false, 100 * SECOND);
    assertTrue(orders.isEmpty() && faults.isEmpty());
  }
}
