package io.olivo.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.loop.Adjustment;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.bench.CommandedRobot;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.RobotLink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot that runs, a broker, and somebody who commands. */
class CommandsOverMqttTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Instruction STOP = new Instruction.Simple(CommandWord.STOP);
  private static final Instruction FREEZE = new Instruction.Simple(CommandWord.FREEZE);
  private static final Instruction ARM = new Instruction.Simple(CommandWord.ARM);

  private static TestBroker broker;
  private static RobotSpec arm;

  @TempDir private Path folder;
  private final Watched watched = new Watched();
  private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
  private RobotLink link;
  private CommandedRobot robot;
  private PahoLink mine;
  private Operator operator;
  private long seq;

  /** Counts what the loop was told to do. */
  private static final class Watched implements CommandedRobot.Surroundings {
    private final AtomicInteger ordered = new AtomicInteger();
    private final List<String> adjusted = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile String obstacle = "";
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private volatile boolean waits;

    @Override
    public void ordered(long nowNanos, int orders) {
      ordered.incrementAndGet();
    }

    @Override
    public void adjusted(long nowNanos, Adjustment adjustment) {
      adjusted.add(adjustment.text());
    }

    @Override
    public String obstacles() {
      asked.countDown();
      try {
        return waits && !mayAnswer.await(15, TimeUnit.SECONDS) ? "nobody answered" : obstacle;
      } catch (InterruptedException e) {
        return "interrupted";
      }
    }

    @Override
    public void told(String kind, String text) {
      events.add(kind + " " + text);
    }
  }

  @BeforeAll
  static void startBroker() throws Exception {
    broker = TestBroker.start();
    arm = RobotFile.read(Path.of("src/main/robots/arm2.yaml"));
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void startRobot() throws Exception {
    link = new RobotLink(broker.uri(), "arm2");
    robot = new CommandedRobot(arm, link.link(), link.topics(), link.session(), folder, watched);
    link.introduce(robot.parts(), arm.loop().rateHertz());
    mine = PahoLink.connect(LinkConfig.plain(broker.uri(), RobotLink.newSession()));
    mine.subscribe(link.topics().answers("raw"), answers::add);
    operator = new Operator(mine, link.topics(), RobotLink.newSession(), InstantSource.system());
    tell(new Instruction.Simple(CommandWord.UNFREEZE)); // everybody listens from here on
  }

  @AfterEach
  void stopRobot() {
    mine.close();
    robot.close();
    link.close();
  }

  private Answer tell(Instruction instruction) throws Exception {
    return operator.tell(instruction, PATIENCE);
  }

  private Command command(Instruction instruction) {
    long deadline = System.currentTimeMillis() + 10_000;
    return new Command("arm2", link.session(), "raw", ++seq, deadline, instruction);
  }

  private Message message(Command command) {
    return Message.certain(link.topics().command(), command.encode())
        .expiring(10)
        .answeredAt(link.topics().answers("raw"), "c7".getBytes(UTF_8));
  }

  private Answer send(Message message) throws Exception {
    mine.publish(message);
    return answer();
  }

  private Answer answer() throws Exception {
    Message came = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertNotNull(came, "an answer");
    assertEquals("c7", new String(came.correlation(), UTF_8));
    return Answer.decode(came.payload());
  }

  private static void eventually(BooleanSupplier truth) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!truth.getAsBoolean()) {
      assertTrue(System.nanoTime() - until < 0, "not in time");
      Thread.sleep(5);
    }
  }

  /** Refused for this reason, told as an event, and nothing at all was done. */
  private void assertRefused(Reason reason, Message message) throws Exception {
    LoopState before = robot.loop().state();
    int ordered = watched.ordered.get();
    int adjusted = watched.adjusted.size();
    Answer answer = send(message);
    assertEquals(reason, answer.reason(), answer.text());
    assertFalse(answer.done());
    long later = robot.loop().ticks() + 5;
    eventually(() -> robot.loop().ticks() > later);
    assertEquals(before, robot.loop().state());
    assertEquals(ordered, watched.ordered.get());
    assertEquals(adjusted, watched.adjusted.size());
    assertEquals(1, robot.service().counters().refused(reason));
    eventually(
        () ->
            watched.events.stream()
                .anyMatch(it -> it.contains("refused") && it.contains(reason.wire())));
  }

  @Test
  void ordersAreAnsweredOnceTheLoopHasObeyed() throws Exception {
    Answer armed = tell(ARM);
    assertTrue(armed.done(), armed.text());
    assertEquals("running", armed.text());
    assertEquals(LoopState.RUNNING, robot.loop().state());
    assertEquals("frozen", tell(FREEZE).text());
    assertEquals("safe-stop", tell(STOP).text());
    assertEquals(LoopState.SAFE_STOP, robot.loop().state());
    assertEquals("disarmed", tell(new Instruction.Simple(CommandWord.DISARM)).text());
    assertTrue(armed.timeNanos() > 0 && armed.clockMillis() > 0);
  }

  @Test
  void isNotArmedWhileSomethingIsInTheWay() throws Exception {
    watched.obstacle = "the disk is full";
    Answer answer = tell(ARM);
    assertEquals(Reason.NOT_ALLOWED, answer.reason());
    assertEquals("the disk is full", answer.text());
    assertEquals(LoopState.DISARMED, robot.loop().state());
  }

  @Test
  void retainedIsRefusedThoughTheRobotIsThereWhenItComes() throws Exception {
    Message good = message(command(ARM));
    assertRefused(
        Reason.RETAINED,
        new Message(
            good.topic(),
            good.payload(),
            true,
            false,
            1,
            good.responseTopic(),
            good.correlation(),
            10));
    try (PahoLink late = PahoLink.connect(LinkConfig.plain(broker.uri(), RobotLink.newSession()))) {
      BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
      late.subscribe(good.topic(), waiting::add);
      assertTrue(waiting.poll(15, TimeUnit.SECONDS).retained(), "also for one that comes later");
    }
    mine.publish(new Message(good.topic(), new byte[0], true, false, 1, "", new byte[0], -1));
  }

  @Test
  void replayedIsObeyedOnceAndAnsweredTheSameTwice() throws Exception {
    Message message = message(command(FREEZE));
    int before = watched.ordered.get();
    mine.publish(message);
    Message first = answers.poll(15, TimeUnit.SECONDS);
    mine.publish(message);
    Message second = answers.poll(15, TimeUnit.SECONDS);
    assertArrayEquals(first.payload(), second.payload());
    assertEquals(before + 1, watched.ordered.get());
    assertEquals(1, robot.service().counters().refused(Reason.DUPLICATE));
  }

  @Test
  void duplicatedNumberWithAnotherCommandIsRefused() throws Exception {
    Command first = command(FREEZE);
    assertTrue(send(message(first)).done());
    Command second =
        new Command("arm2", first.session(), "raw", first.seq(), first.deadlineMillis(), ARM);
    assertRefused(Reason.DUPLICATE, message(second));
  }

  @Test
  void lateIsRefused() throws Exception {
    Command late =
        new Command("arm2", link.session(), "raw", 1, System.currentTimeMillis() - 1, ARM);
    assertRefused(Reason.EXPIRED, message(late));
  }

  @Test
  void withoutExpiryIsRefused() throws Exception {
    assertRefused(Reason.EXPIRED, message(command(ARM)).expiring(Message.NO_EXPIRY));
  }

  @Test
  void tooFarAheadIsRefused() throws Exception {
    Command far =
        new Command("arm2", link.session(), "raw", 1, System.currentTimeMillis() + 60_000, ARM);
    assertRefused(Reason.TOO_FAR_AHEAD, message(far));
  }

  @Test
  void outOfOrderIsRefused() throws Exception {
    Command older = command(ARM);
    assertTrue(send(message(command(FREEZE))).done());
    assertRefused(Reason.OUT_OF_ORDER, message(older));
  }

  @Test
  void forAnotherRobotIsRefused() throws Exception {
    long deadline = System.currentTimeMillis() + 10_000;
    assertRefused(
        Reason.WRONG_ROBOT, message(new Command("arm3", link.session(), "raw", 1, deadline, ARM)));
  }

  @Test
  void forAnotherRunIsRefused() throws Exception {
    long deadline = System.currentTimeMillis() + 10_000;
    assertRefused(
        Reason.WRONG_SESSION, message(new Command("arm2", "before", "raw", 1, deadline, ARM)));
  }

  @Test
  void whatIsNoCommandIsRefused() throws Exception {
    Message good = message(command(ARM));
    assertRefused(
        Reason.INVALID,
        Message.certain(good.topic(), "arm".getBytes(UTF_8))
            .expiring(10)
            .answeredAt(good.responseTopic(), good.correlation()));
  }

  @Test
  void unknownWordIsRefused() throws Exception {
    assertRefused(Reason.UNKNOWN_COMMAND, message(command(new Instruction.Unknown("dance"))));
  }

  @Test
  void gainOutOfBoundsIsRefused() throws Exception {
    assertRefused(Reason.BAD_VALUE, message(command(new Instruction.Tune("shoulder", 60_000, 4))));
  }

  @Test
  void tooManyAreRefusedAndAStopAmongThemIsNot() throws Exception {
    Instruction gain = new Instruction.Tune("shoulder", 60, 4);
    for (int i = 0; i < 200; i++) {
      mine.publishNow(link.topics().command(), new byte[0]); // noise
      mine.publish(Message.certain(link.topics().command(), command(gain).encode()).expiring(10));
    }
    eventually(() -> robot.service().counters().refused(Reason.TOO_FAST) > 0);
    assertTrue(tell(STOP).done());
  }

  @Test
  void gainsAndPathsAreChangedBetweenTwoBeats() throws Exception {
    tell(ARM);
    Answer gain = tell(new Instruction.Tune("shoulder", 80, 5));
    assertTrue(gain.done(), gain.text());
    Answer path = tell(new Instruction.Follow("hold"));
    assertTrue(path.done(), path.text());
    assertEquals(
        List.of(
            new Instruction.Tune("shoulder", 80, 5).text(), new Instruction.Follow("hold").text()),
        watched.adjusted);
    assertEquals(LoopState.RUNNING, robot.loop().state());
    Answer none = tell(new Instruction.Follow("moon"));
    assertEquals(Reason.BAD_VALUE, none.reason());
    assertTrue(none.text().contains("figure8"), none.text());
  }

  @Test
  void snapshotsAreSavedAndTriedOut() throws Exception {
    Answer saved = tell(new Instruction.Simple(CommandWord.SNAPSHOT));
    assertTrue(saved.done(), saved.text());
    String digest = saved.text().replaceAll(".*digest ", "");
    Answer tried = tell(new Instruction.Promote(digest));
    assertTrue(tried.done(), tried.text());
    Answer unknown = tell(new Instruction.Promote("0".repeat(64)));
    assertEquals(Reason.NOT_ALLOWED, unknown.reason());
    Answer tooEarly = tell(new Instruction.Simple(CommandWord.ROLLBACK));
    assertEquals(Reason.NOT_ALLOWED, tooEarly.reason(), "nothing was accepted yet");
  }

  @Test
  void anOperatorHearsThatThereIsNoSuchRobot() {
    Operator other = new Operator(mine, new Topics("nobody"), "o", InstantSource.system());
    NoAnswerException e =
        assertThrows(NoAnswerException.class, () -> other.tell(STOP, Duration.ofMillis(300)));
    assertTrue(e.getMessage().contains("nobody"), e.getMessage());
    assertNull(e.getCause());
  }

  @Test
  void anOperatorWithAWrongClockLearnsTheRobots() throws Exception {
    InstantSource slow = () -> java.time.Instant.now().minusSeconds(3600);
    Operator other = new Operator(mine, link.topics(), RobotLink.newSession(), slow);
    Answer answer = other.tell(FREEZE, PATIENCE);
    assertTrue(answer.done(), answer.text());
  }

  @Test
  void aStopOvertakesAnArmThatIsStillBeingChecked() throws Exception {
    watched.waits = true;
    mine.publish(message(command(ARM)));
    assertTrue(watched.asked.await(15, TimeUnit.SECONDS));
    assertTrue(tell(STOP).done());
    watched.mayAnswer.countDown();
    Answer arm = answer();
    assertEquals(Reason.NOT_ALLOWED, arm.reason(), arm.text());
    assertEquals(LoopState.DISARMED, robot.loop().state());
  }

  @Test
  void whatWaitedPastItsDeadlineIsNotObeyed() throws Exception {
    watched.waits = true;
    long deadline = System.currentTimeMillis() + 500;
    mine.publish(message(new Command("arm2", link.session(), "raw", 1, deadline, ARM)));
    assertTrue(watched.asked.await(15, TimeUnit.SECONDS));
    assertEquals(Reason.EXPIRED, answer().reason(), "it says so at the deadline");
    watched.mayAnswer.countDown();
    assertTrue(tell(FREEZE).done());
    long later = robot.loop().ticks() + 20;
    eventually(() -> robot.loop().ticks() > later);
    assertEquals(LoopState.DISARMED, robot.loop().state());
  }
}
