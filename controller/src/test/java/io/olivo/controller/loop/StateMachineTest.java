package io.olivo.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.failsafe.Fault;
import io.olivo.controller.failsafe.Fault.Response;
import io.olivo.controller.failsafe.Trouble;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateMachineTest {
  private static final Fault FAULT = Fault.of(Trouble.STALL, Response.STOP, "elbow");
  private static final Fault LATER = Fault.of(Trouble.OVERRUN, Response.STOP, "loop");
  private static final Fault MISSING = Fault.of(Trouble.SENSOR_LOST, Response.PAUSE, "angle");

  private final StateMachine machine = new StateMachine();

  /** Everything that can happen to it. */
  private enum Event {
    ARM,
    DISARM,
    FREEZE,
    UNFREEZE,
    GOOD,
    MISSING,
    FAULT;

    void happensTo(StateMachine machine) {
      switch (this) {
        case ARM -> machine.arm();
        case DISARM -> machine.disarm();
        case FREEZE -> machine.freeze(true);
        case UNFREEZE -> machine.freeze(false);
        case GOOD -> machine.inputsAreGood();
        case MISSING -> machine.inputsAreMissing(StateMachineTest.MISSING);
        case FAULT -> machine.stop(StateMachineTest.FAULT);
      }
    }
  }

  @Property
  void itMovesOnlyAfterArmAndGoodInputsWithNothingAgainstItSince(@ForAll List<Event> events) {
    StateMachine random = new StateMachine();
    boolean armed = false;
    boolean good = false;
    boolean frozen = false;
    for (Event event : events) {
      event.happensTo(random);
      switch (event) {
        case ARM -> armed = true;
        case DISARM, FAULT -> armed = false;
        case FREEZE -> frozen = true;
        case UNFREEZE -> frozen = false;
        default -> {}
      }
      good = event == Event.GOOD ? armed : good && armed && event != Event.MISSING;
      assertEquals(good, random.state().moves(), events.toString());
      assertEquals(good && frozen, random.state() == LoopState.FROZEN, events.toString());
    }
  }

  @Property
  void afterAFaultNothingButArmOrDisarmChangesIt(@ForAll List<Event> events) {
    StateMachine stopped = new StateMachine();
    stopped.arm();
    stopped.inputsAreGood();
    stopped.stop(FAULT);
    for (Event event : events) {
      if (event == Event.ARM || event == Event.DISARM) {
        return;
      }
      event.happensTo(stopped);
      assertEquals(LoopState.SAFE_STOP, stopped.state());
      assertSame(FAULT, stopped.reason());
    }
  }

  @Test
  void beginsDisarmed() {
    assertEquals(LoopState.DISARMED, machine.state());
    machine.inputsAreGood();
    assertEquals(LoopState.DISARMED, machine.state());
  }

  @Test
  void disarmedRobotHasNothingToStopFor() {
    machine.stop(FAULT);
    assertEquals(LoopState.DISARMED, machine.state());
  }

  @Test
  void firstReasonStays() {
    machine.arm();
    machine.stop(FAULT);
    machine.stop(LATER);
    assertSame(FAULT, machine.reason());
  }

  @Test
  void reasonIsForgottenWhenItMovesAgain() {
    machine.arm();
    machine.inputsAreMissing(MISSING);
    assertSame(MISSING, machine.reason());
    machine.inputsAreGood();
    assertEquals(null, machine.reason());
  }

  @Test
  void frozenIsRememberedAcrossAPause() {
    machine.arm();
    machine.freeze(true);
    machine.inputsAreGood();
    machine.inputsAreMissing(MISSING);
    machine.inputsAreGood();
    assertEquals(LoopState.FROZEN, machine.state());
  }

  @Test
  void onlyRunningAndFrozenMove() {
    assertTrue(LoopState.RUNNING.moves() && LoopState.FROZEN.moves());
    assertFalse(LoopState.ARMED.moves());
    assertFalse(LoopState.DISARMED.moves());
    assertFalse(LoopState.SAFE_STOP.moves());
  }
}
