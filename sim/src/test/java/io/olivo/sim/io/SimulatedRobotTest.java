package io.olivo.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import io.olivo.sim.plant.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedRobotTest {
  private static final double DT = .002;
  private static final long DT_NANOS = 2_000_000;
  private static final Channel COUNT = new Channel("count", Unit.ONE, -1e9, 1e9);
  private static final Channel INPUT = new Channel("input", Unit.ONE, -1e9, 1e9);

  /** Counts its steps, by as much as its input says. */
  private static final class Counter implements Plant {
    private double count;
    private double offset;
    private final List<String> changes = new ArrayList<>();

    @Override
    public String name() {
      return "counter";
    }

    @Override
    public List<String> outputs() {
      return List.of("other", "count");
    }

    @Override
    public List<String> inputs() {
      return List.of("input");
    }

    @Override
    public int truthSize() {
      return 1;
    }

    @Override
    public void start(double[] pose, Chance chance) {
      count = pose[0];
    }

    @Override
    public void set(String parameter, double... values) {
      offset = values[0];
      changes.add(parameter + "=" + values[0] + " at " + count);
    }

    @Override
    public void step(double[] command, double dtSeconds) {
      count += 1 + command[0];
    }

    @Override
    public void outputs(double[] out) {
      out[0] = -1;
      out[1] = count + offset;
    }

    @Override
    public void truth(double[] out) {
      out[0] = count;
    }

    @Override
    public void save(StateWriter out) {
      out.put("counter", new double[] {count, offset});
    }

    @Override
    public void load(StateReader in) {
      double[] saved = new double[2];
      in.get("counter", saved);
      count = saved[0];
      offset = saved[1];
    }
  }

  private final Counter counter = new Counter();
  private final SampleFrame frame = new SampleFrame(List.of(COUNT));

  private SimulatedRobot robot(Imperfection imperfection, Change... changes) {
    SimulatedSetup setup =
        new SimulatedSetup(
            DT, List.of(COUNT), Map.of("count", imperfection), List.of(INPUT), List.of(changes));
    return new SimulatedRobot(counter, setup, new double[] {0}, 1);
  }

  private double read(SimulatedRobot robot, long tick) {
    robot.read(frame, tick * DT_NANOS);
    assertEquals(tick * DT_NANOS, frame.stampNanos(0));
    return frame.value(0);
  }

  @Test
  void plantGoesOnByOneStepATickAndCatchesUpWithSkippedOnes() {
    SimulatedRobot robot = robot(Imperfection.NONE);
    assertEquals(0, read(robot, 5), "the first reading is the beginning, whatever the time");
    assertEquals(1, read(robot, 6));
    assertEquals(1, read(robot, 6), "the same time twice");
    assertEquals(4, read(robot, 9));
  }

  @Test
  void commandIsHeldUntilTheNextOne() {
    SimulatedRobot robot = robot(Imperfection.NONE);
    read(robot, 0);
    double[] applied = new double[1];
    robot.actuators().write(new double[] {9}, applied, 0);
    assertEquals(9, applied[0]);
    assertEquals(10, read(robot, 1));
    assertEquals(20, read(robot, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  void readingsAreLateByExactlyTheDelay(int ticks) {
    SimulatedRobot robot = robot(new Imperfection(0, ticks * DT, 0));
    double[] truth = new double[1];
    for (int t = 0; t < 200; t++) {
      assertEquals(Math.max(t - ticks, 0), read(robot, t));
      robot.truth(truth);
      assertEquals(t, truth[0], "the truth is not late");
    }
  }

  @Test
  void readingsAreTheNearestMultipleOfTheResolution() {
    counter.offset = .49;
    SimulatedRobot robot = robot(new Imperfection(3, 0, 0));
    double[] nearest = {0, 0, 3, 3, 3, 6, 6, 6, 9}; // of 0.49, 1.49, 2.49 ...
    for (int t = 0; t < nearest.length; t++) {
      assertEquals(nearest[t], read(robot, t));
    }
  }

  @Test
  void noiseHasTheStatedDeviationAndTheSameSeedGivesTheSame() {
    SimulatedRobot robot = robot(new Imperfection(0, 0, .2));
    SimulatedRobot same = robot(new Imperfection(0, 0, .2));
    double square = 0;
    int samples = 20_000;
    for (int t = 0; t < samples; t++) {
      counter.count = 0;
      robot.read(frame, 0);
      double noise = frame.value(0);
      same.read(frame, 0);
      assertEquals(noise, frame.value(0));
      square += noise * noise;
    }
    assertEquals(.2, Math.sqrt(square / samples), .005, "5 standard errors");
  }

  /** A command of 1 after a tick of 0, and what the counter made of it. */
  private double[] counted(SimulatedRobot robot, int ticks) {
    double[] applied = new double[1];
    double[] steps = new double[ticks];
    double before = read(robot, 0);
    for (int t = 0; t < ticks; t++) {
      robot.actuators().write(new double[] {1}, applied, t * DT_NANOS);
      double now = read(robot, t + 1);
      steps[t] = now - before - 1;
      before = now;
    }
    return steps;
  }

  @Test
  void commandsAreLateByTheLatencyAndArriveInMidTickForTheRestOfIt() {
    SimulatedRobot robot = robot(Imperfection.NONE);
    robot.set("latency", 2.25 * DT);
    assertArrayEquals(new double[] {0, 0, .75, 1, 1}, counted(robot, 5), 1e-9);
  }

  @Test
  void withoutLatencyACommandActsAtOnceAndNoneIsOnItsWayAfterItWasPutBack() {
    assertArrayEquals(new double[] {1, 1}, counted(robot(Imperfection.NONE), 2));
    SimulatedRobot robot = robot(Imperfection.NONE);
    robot.set("latency", 3 * DT);
    counted(robot, 5);
    robot.putBack();
    double begin = read(robot, 5);
    assertEquals(begin + 3, read(robot, 8), "three ticks that see no command of before");
  }

  @Test
  void aLatencyThatIsNotOneIsRefused() {
    SimulatedRobot robot = robot(Imperfection.NONE);
    for (double wrong : new double[] {-.001, .6, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> robot.set("latency", wrong));
    }
  }

  @Test
  void theParameterNoiseMultipliesThatOfTheSensors() {
    SimulatedRobot robot = robot(new Imperfection(0, 0, .2));
    SimulatedRobot twice = robot(new Imperfection(0, 0, .2));
    twice.set("noise", 2);
    counter.count = 0;
    robot.read(frame, 0);
    double once = frame.value(0);
    twice.read(frame, 0);
    assertEquals(2 * once, frame.value(0), 1e-15);
    twice.set("noise", 0);
    twice.read(frame, 0);
    assertEquals(0, frame.value(0));
  }

  @Test
  void whatIsOnItsWayIsSaved() {
    SimulatedRobot other = robot(Imperfection.NONE);
    SimulatedRobot robot = robot(Imperfection.NONE);
    robot.set("latency", 2.5 * DT);
    counted(robot, 7);
    StateWriter out = new StateWriter("robot");
    robot.save(out);
    double next = read(robot, 8);
    other.load(new StateReader(out.bytes()));
    assertEquals(next, read(other, 8));
  }

  @Test
  void whatIsRandomisedIsDrawnWheneverItIsPutBack() {
    List<Randomised> ranges = List.of(new Randomised("a", 2, 3), new Randomised("b", 5, 5));
    SimulatedSetup setup =
        new SimulatedSetup(DT, List.of(COUNT), Map.of(), List.of(INPUT), List.of(), ranges);
    SimulatedRobot robot = new SimulatedRobot(counter, setup, new double[] {0}, 7);
    robot.putBack();
    robot.putBack();
    assertEquals(6, counter.changes.size());
    assertEquals("b=5.0", counter.changes.get(1).substring(0, 5));
    assertEquals(
        3, counter.changes.stream().filter(it -> it.startsWith("a=2.")).distinct().count());
  }

  @Test
  void changesHappenAtTheirTimeInTheirOrder() {
    SimulatedRobot robot =
        robot(Imperfection.NONE, new Change(.01, "b", 100), new Change(.004, "a", 50));
    assertEquals(0, read(robot, 0));
    assertEquals(1, read(robot, 1));
    assertEquals(52, read(robot, 2));
    read(robot, 4);
    assertEquals(105, read(robot, 5));
    assertEquals(List.of("a=50.0 at 2.0", "b=100.0 at 5.0"), counter.changes);
  }

  @Test
  void channelThatThePlantDoesNotHaveIsAnsweredWithThoseItHas() {
    SimulatedSetup setup =
        new SimulatedSetup(
            DT, List.of(new Channel("speed", Unit.ONE, 0, 1)), Map.of(), List.of(INPUT), List.of());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new SimulatedRobot(counter, setup, new double[1], 1))
            .getMessage();
    assertTrue(
        message.contains("no output \"speed\"") && message.contains("other, count"), message);
  }

  @Test
  void imperfectionsThatNoSensorHasAreRefused() {
    for (double wrong : new double[] {-1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new Imperfection(wrong, 0, 0));
      assertThrows(IllegalArgumentException.class, () -> new Imperfection(0, wrong, 0));
      assertThrows(IllegalArgumentException.class, () -> new Imperfection(0, 0, wrong));
    }
  }
}
