package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/wire.md is what other people program after: its examples must be messages of ours. */
class WirePageTest {
  /** Reads a message and writes it again. */
  private interface Codec {
    byte[] again(byte[] message) throws WireException;
  }

  private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern MESSAGE = Pattern.compile("(?m)^\\{.*(\\n .*)*");
  private static final Pattern NAME = Pattern.compile("\"([a-z_]+)\" ?:");
  private static final Map<String, Codec> CODECS = new LinkedHashMap<>();

  static {
    CODECS.put("Description", message -> Description.decode(message).encode());
    CODECS.put("State", message -> State.decode(message).encode());
    CODECS.put("Event", message -> Event.decode(message).encode());
    CODECS.put("Have", message -> Have.decode(message).encode());
    CODECS.put("Kept", message -> Kept.decode(message).encode());
    CODECS.put("Summary", message -> Summary.decode(message).encode());
    CODECS.put("Command", message -> Command.decode(message).encode());
    CODECS.put("Answer", message -> Answer.decode(message).encode());
    CODECS.put("ChunkRequest", message -> ChunkRequest.decode(message).encode());
    CODECS.put("Chunk", message -> Chunk.decode(message).encode());
    CODECS.put("Offer", message -> Offer.decode(message).encode());
    CODECS.put("OfferPiece", message -> OfferPiece.decode(message).encode());
    CODECS.put("OfferAnswer", message -> OfferAnswer.decode(message).encode());
    CODECS.put("TelemetryFrame", WirePageTest::frame);
    CODECS.put("Sense", WirePageTest::sense);
    CODECS.put("Act", WirePageTest::act);
  }

  private static byte[] frame(byte[] message) throws WireException {
    int actuators = count("clipped", message);
    int sensors = count("values", message) - actuators;
    int health = count("health", message);
    TelemetryFrame frame =
        new TelemetryFrame(Math.max(0, sensors), actuators, count("learner", message), health);
    frame.decode(message);
    return frame.encode();
  }

  private static byte[] sense(byte[] message) throws WireException {
    Sense sense = new Sense(count("values", message), count("truth", message));
    sense.decode(message);
    return sense.encode();
  }

  private static byte[] act(byte[] message) throws WireException {
    Act act = new Act(count("values", message));
    act.decode(message);
    return act.encode();
  }

  /** The length of an array in a message; 0 when it is not there. */
  private static int count(String name, byte[] message) {
    Pattern array = Pattern.compile("\"" + name + "\":\\[([^\\]]*)\\]");
    return array
        .matcher(new String(message, UTF_8))
        .results()
        .findFirst()
        .map(found -> found.group(1).isBlank() ? 0 : found.group(1).split(",", -1).length)
        .orElse(0);
  }

  static List<String> examples() throws IOException {
    String page = Files.readString(Path.of("../docs/wire.md"));
    List<String> examples = new ArrayList<>();
    BLOCK
        .matcher(page)
        .results()
        .forEach(
            block ->
                MESSAGE
                    .matcher(block.group(1))
                    .results()
                    .map(MatchResult::group)
                    .forEach(examples::add));
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAMessageOfWhichNoFieldIsIgnored(String example) {
    assertFalse(messagesLike(example).isEmpty(), "no codec knows all fields of " + example);
  }

  @Test
  void thePageShowsWhatAnAuthorOfAProgramNeeds() throws IOException {
    Set<String> shown = new TreeSet<>();
    examples().forEach(example -> shown.addAll(messagesLike(example)));
    assertTrue(
        shown.containsAll(
            Set.of("Description", "State", "Event", "TelemetryFrame", "Sense", "Act", "Summary")),
        shown.toString());
  }

  private static Set<String> messagesLike(String example) {
    Set<String> found = new TreeSet<>();
    CODECS.forEach(
        (name, codec) -> {
          if (isOne(example, codec)) {
            found.add(name);
          }
        });
    return found;
  }

  private static boolean isOne(String example, Codec codec) {
    try {
      String again = new String(codec.again(example.getBytes(UTF_8)), UTF_8);
      return names(again).containsAll(names(example));
    } catch (WireException anotherOne) {
      return false;
    }
  }

  private static Set<String> names(String message) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(message).results().forEach(name -> names.add(name.group(1)));
    return names;
  }
}
