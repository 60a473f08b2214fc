package io.olivo.deploy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Message;
import io.olivo.controller.link.PahoLink;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Command;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Dashboard;
import io.olivo.controller.wire.Description;
import io.olivo.controller.wire.Instruction;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Role;
import io.olivo.controller.wire.State;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.deploy.broker.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/examples/python against the real controller and a real broker. */
@Timeout(180)
class PythonExamplesTest {
  private static final Path EXAMPLES = Path.of("../docs/examples/python");
  private static final Path CART = Path.of("src/main/robots/cart1.yaml");
  private static final long PATIENCE_SECONDS = 60;
  private static String python = "";
  private static EmbeddedBroker broker;

  @TempDir Path folder;

  @BeforeAll
  static void findPythonAndStartABroker() throws Exception {
    for (String candidate : List.of("/usr/bin/python3", "python3")) {
      if (python.isEmpty() && hasPaho(candidate)) {
        python = candidate;
      }
    }
    if (python.isEmpty()) {
      System.err.println("SKIPPED PythonExamplesTest: apt install python3 python3-paho-mqtt");
    }
    Assumptions.assumeFalse(python.isEmpty(), "no python3 with paho-mqtt 1.6");
    broker = EmbeddedBroker.start(0);
  }

  @AfterAll
  static void stopBroker() {
    if (broker != null) {
      broker.close();
    }
  }

  private static boolean hasPaho(String command) throws InterruptedException {
    try {
      String check = "import paho.mqtt as p; raise SystemExit(not p.__version__.startswith('1.6'))";
      return new ProcessBuilder(command, "-c", check)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Ended with the test, whatever happens. */
  private record Script(Process process, BufferedReader output) implements AutoCloseable {
    static Script start(String name, String... arguments) throws IOException {
      List<String> command =
          new ArrayList<>(List.of(python, "-B", EXAMPLES.resolve(name).toString()));
      command.addAll(List.of(arguments));
      command.addAll(List.of("--broker", broker.uri().toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new Script(
          process, new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
    }

    List<String> said() throws InterruptedException {
      List<String> lines = output.lines().toList();
      process.waitFor();
      return lines;
    }

    /** As Ctrl-C would. */
    @Override
    public void close() throws IOException {
      process.destroy();
      process.onExit().join();
      output.close();
    }
  }

  private JsonNode run(String name, String... arguments) {
    Spoken spoken = new Spoken();
    assertEquals(0, begin(spoken, name, arguments), spoken.said());
    return JsonMapper.shared().readTree(spoken.printed());
  }

  private int begin(Spoken spoken, String name, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("run", CART.toString(), "--io", "mirror", "--as", name, "-q"));
    all.addAll(List.of("--broker", broker.uri().toString(), "--folder", folder.toString()));
    all.addAll(List.of("--seed", "21", "--json"));
    all.addAll(List.of(arguments));
    return spoken.olivo(all.toArray(String[]::new));
  }

  @Test
  void theLoopLearnsOnAPlantInPython() throws Exception {
    double unlearned;
    double learned;
    try (Script plant = Script.start("plant.py", "feedback")) {
      unlearned = run("feedback", "--freeze", "--for", "15s").get("rms_error_last_10s").asDouble();
      assertTrue(plant.process().isAlive());
    }
    try (Script plant = Script.start("plant.py", "learning")) {
      JsonNode result = run("learning", "--for", "25s");
      learned = result.get("rms_error_last_10s").asDouble();
      assertEquals(12_500, result.get("mirror_ticks").asLong());
      assertEquals(0, result.get("mirror_refused").asLong());
      assertTrue(plant.process().isAlive());
    }
    assertTrue(unlearned > .005, "feedback alone leaves about 1 cm, not " + unlearned);
    assertTrue(learned < unlearned / 10, learned + " m after " + unlearned + " m");
  }

  @Test
  void watchingPrintsDescriptionEventsAndFrames() throws Exception {
    try (Script plant = Script.start("plant.py", "watched");
        Script watch = Script.start("watch.py", "watched", "--frames", "3")) {
      run("watched", "--for", "10s");
      List<String> said = watch.said();
      assertTrue(said.getFirst().startsWith("watched, 500.0 Hz, session "), said.toString());
      List<String> frames =
          said.stream().filter(line -> line.contains("cart.position [m] ")).toList();
      assertEquals(3, frames.size(), said.toString());
      assertTrue(
          frames.getFirst().matches(".* s .*cart\\.force \\[N\\] -?[0-9.e+-]+"), frames.getFirst());
      assertTrue(plant.process().isAlive());
    }
  }

  @Test
  void whatIsToldIsACommandAndItsAnswerIsPrinted() throws Exception {
    LinkedBlockingQueue<Message> commands = new LinkedBlockingQueue<>();
    Topics topics = new Topics("arm2");
    Description described =
        new Description(
            "arm2",
            "0.1.0",
            "c1",
            Role.CONTROLLER,
            500,
            List.of(),
            List.of(),
            0,
            List.of(),
            Dashboard.NONE);
    try (PahoLink robot = PahoLink.connect(LinkConfig.plain(broker.uri(), "robot"))) {
      robot.subscribe(topics.command(), commands::add);
      robot.retain(topics.description(), described.encode());
      robot.retain(topics.state(), new State(true, "c1").encode());
      Command stop = told(robot, commands, 0, "done: as you wish", "arm2", "stop");
      assertEquals(new Instruction.Simple(CommandWord.STOP), stop.instruction());
      Command gain =
          told(
              robot,
              commands,
              1,
              "not-allowed: as you wish",
              "arm2",
              "gain",
              "joint=shoulder",
              "kp=60",
              "kd=4");
      assertEquals(new Instruction.Tune("shoulder", 60, 4), gain.instruction());
      assertTrue(gain.seq() > stop.seq(), "the second command has a later number");
    }
  }

  /** Asks by the script, checks what arrives, answers, and checks what the script says. */
  private static Command told(
      PahoLink robot,
      LinkedBlockingQueue<Message> commands,
      int exit,
      String line,
      String... arguments)
      throws Exception {
    try (Script tell = Script.start("tell.py", arguments)) {
      Message message = commands.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(message, "no command came");
      assertTrue(!message.retained() && message.qos() == 1);
      assertTrue(message.expirySeconds() > 0, "without an expiry it would be refused");
      assertTrue(message.correlation().length > 0 && message.correlation().length <= 64);
      assertTrue(new Topics("arm2").isAnswers(message.responseTopic()), message.responseTopic());
      Command command = Command.decode(message.payload());
      assertEquals("c1", command.session());
      long ahead = command.deadlineMillis() - System.currentTimeMillis();
      assertTrue(ahead > 0 && ahead <= 30_000, "deadline " + ahead + " ms ahead");
      answer(robot, message, command, exit == 0 ? Reason.DONE : Reason.NOT_ALLOWED);
      assertEquals(List.of(line), tell.said());
      assertEquals(exit, tell.process().exitValue());
      return command;
    }
  }

  private static void answer(PahoLink robot, Message asked, Command command, Reason reason)
      throws WireException {
    Answer answer =
        new Answer("arm2", command.sender(), command.seq(), "", reason, "as you wish", 0, 1);
    robot.publish(
        Message.certain(asked.responseTopic(), answer.encode()).with(asked.correlation()));
  }

  /** Through the door of the real robot, which looks at every field. */
  @Test
  void aRunningRobotObeysWhatItIsTold() throws Exception {
    try (Script plant = Script.start("plant.py", "obeying")) {
      Thread running =
          Thread.ofPlatform().start(() -> begin(new Spoken(), "obeying", "--for", "120s"));
      List<String> said = List.of();
      for (int i = 0; i < 20 && !startsWith(said, "done: "); i++) { // until the robot is there
        said = told("obeying", "freeze");
      }
      assertTrue(startsWith(said, "done: "), said.toString());
      assertTrue(startsWith(told("obeying", "dance"), "unknown-command: "));
      assertTrue(startsWith(told("obeying", "stop"), "done: "));
      running.join();
      assertTrue(plant.process().isAlive());
    }
  }

  private static List<String> told(String... arguments) throws Exception {
    try (Script tell = Script.start("tell.py", arguments)) {
      return tell.said();
    }
  }

  private static boolean startsWith(List<String> said, String words) {
    return said.size() == 1 && said.getFirst().startsWith(words);
  }

  @Test
  void everyScriptExplainsItself() throws Exception {
    try (var files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".py")).toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("broker.py")) {
          try (Script script = Script.start(name, "--help")) {
            assertTrue(script.said().getFirst().startsWith("usage: " + name), name);
            assertEquals(0, script.process().exitValue(), name);
          }
        }
      }
    }
  }
}
