package io.olivo.controller.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.journal.UnreliableBroker;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Offer;
import io.olivo.controller.wire.OfferAnswer;
import io.olivo.controller.wire.Topics;
import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a robot takes that somebody offers, and what it refuses. */
class OffersTest {
  private static final Topics TOPICS = new Topics("arm2");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long NOW = 1_796_000_000_000L; // ms
  private static final byte[] STATE = state("test");

  @TempDir Path folder;
  private final UnreliableBroker broker = new UnreliableBroker(1);
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private Path offers;
  private OfferDesk desk;
  private PrivateKey key;

  private static byte[] state(String kind) {
    StateWriter out = new StateWriter(kind);
    Arrays.fill(out.room("values", 8000), 0.5);
    return out.bytes(Map.of(), name -> "1");
  }

  @BeforeEach
  void begin() throws IOException {
    SigningKeys.make(folder.resolve("a.key"), folder.resolve("a.pub"));
    key = SigningKeys.readPrivate(folder.resolve("a.key"));
    offers = folder.resolve("offers");
    OfferRules rules =
        new OfferRules(
            "arm2",
            "test",
            "c0ffee",
            List.of(SigningKeys.readPublic(folder.resolve("a.pub"))),
            1_000_000);
    desk =
        new OfferDesk(
            broker.link(),
            TOPICS,
            rules,
            new OfferFolder(offers),
            InstantSource.fixed(Instant.ofEpochMilli(NOW)),
            told::add);
  }

  @AfterEach
  void end() {
    desk.close();
    broker.close();
  }

  private static Offer unsigned(byte[] state) {
    return new Offer(
        "desk", "arm2", "test", "c0ffee", NOW, state.length, SnapshotStore.digestOf(state), "");
  }

  private Offer signed(Offer offer) {
    return offer.signed(SigningKeys.sign(key, offer.signedText()));
  }

  private OfferAnswer send(Offer offer, byte[] bytes) throws Exception {
    return new OfferSender(broker.link(), TOPICS, "desk").send(offer, bytes, LIMIT);
  }

  private void assertRefused(String reason, Offer offer) throws Exception {
    OfferAnswer answer = send(offer, STATE);
    assertFalse(answer.done());
    assertEquals(reason, answer.reason());
    assertFalse(Files.exists(offers), "something was written");
    assertEquals(1, told.size());
    assertTrue(told.getFirst().startsWith("refused"), told.toString());
  }

  @Test
  void whatATrustedKeyHasSignedIsTakenWholeAndCanBeFound() throws Exception {
    OfferAnswer answer = send(signed(unsigned(STATE)), STATE);
    assertTrue(answer.done(), answer.toString());
    Path file = new OfferFolder(offers).find(SnapshotStore.digestOf(STATE)).orElseThrow();
    assertArrayEquals(STATE, Files.readAllBytes(file));
    assertTrue(told.getFirst().startsWith("accepted"), told.toString());
  }

  @Test
  void itArrivesAlthoughTheBrokerLosesAndDoublesMessages() throws Exception {
    broker.faults(0.08);
    assertTrue(send(signed(unsigned(STATE)), STATE).done());
    assertEquals(1, told.size());
  }

  @Test
  void unsignedIsRefused() throws Exception {
    assertRefused("signature", unsigned(STATE));
  }

  @Test
  void signedByAnotherKeyIsRefused() throws Exception {
    SigningKeys.make(folder.resolve("b.key"), folder.resolve("b.pub"));
    key = SigningKeys.readPrivate(folder.resolve("b.key"));
    assertRefused("signature", signed(unsigned(STATE)));
  }

  @Test
  void aSignatureOfAnotherOfferIsRefused() throws Exception {
    Offer good = signed(unsigned(STATE));
    assertRefused(
        "signature",
        new Offer(
            "desk",
            "arm2",
            "test",
            "c0ffee",
            NOW + 1,
            good.bytes(),
            good.digest(),
            good.signature()));
  }

  @Test
  void forAnotherRobotIsRefused() throws Exception {
    Offer good = unsigned(STATE);
    assertRefused(
        "wrong-robot",
        signed(new Offer("desk", "arm3", "test", "c0ffee", NOW, good.bytes(), good.digest(), "")));
  }

  @Test
  void ofAnotherLearnerOrRobotFileIsRefused() throws Exception {
    Offer good = unsigned(STATE);
    assertRefused(
        "wrong-config",
        signed(new Offer("desk", "arm2", "test", "old", NOW, good.bytes(), good.digest(), "")));
    told.clear();
    assertRefused(
        "wrong-kind",
        signed(new Offer("desk", "arm2", "net", "c0ffee", NOW, good.bytes(), good.digest(), "")));
  }

  @Test
  void tooLargeIsRefusedBeforeItsFirstByte() throws Exception {
    assertRefused(
        "too-large",
        signed(new Offer("desk", "arm2", "test", "c0ffee", NOW, 1_000_001, "ab".repeat(32), "")));
  }

  @Test
  void farInTheFutureIsRefused() throws Exception {
    Offer good = unsigned(STATE);
    long far = NOW + Duration.ofDays(2).toMillis();
    assertRefused(
        "too-new",
        signed(new Offer("desk", "arm2", "test", "c0ffee", far, good.bytes(), good.digest(), "")));
  }

  @Test
  void olderThanTheNewestAcceptedIsRefusedAlsoAfterItsFileIsGone() throws Exception {
    assertTrue(send(signed(unsigned(STATE)), STATE).done());
    Files.delete(offers.resolve(SnapshotStore.digestOf(STATE) + ".state"));
    OfferAnswer again = send(signed(unsigned(STATE)), STATE);
    assertEquals("too-old", again.reason());
    assertTrue(new OfferFolder(offers).find(SnapshotStore.digestOf(STATE)).isEmpty());
  }

  @Test
  void contentThatIsNotWhatWasSignedIsRefusedAndNotWritten() throws Exception {
    byte[] other = STATE.clone();
    other[other.length / 2] ^= 1;
    OfferAnswer answer = send(signed(unsigned(STATE)), other);
    assertEquals("damaged", answer.reason());
    assertFalse(Files.exists(offers));
  }

  @Test
  void signedNonsenseIsRefusedAndNotWritten() throws Exception {
    byte[] nonsense = "this is no saved state".getBytes(UTF_8);
    OfferAnswer answer = send(signed(unsigned(nonsense)), nonsense);
    assertEquals("damaged", answer.reason());
    assertFalse(Files.exists(offers));
  }

  @Test
  void onlyTheNewestFiveStay() throws Exception {
    OfferFolder kept = new OfferFolder(offers);
    for (int i = 0; i < 7; i++) {
      kept.keep(("%02d".formatted(i)).repeat(32), STATE, i + 1);
    }
    try (var all = Files.list(offers)) {
      assertEquals(5, all.filter(file -> file.toString().endsWith(".state")).count());
    }
    assertEquals(7, kept.newestMillis());
  }

  @Test
  void nobodyElseCanReadAPrivateKeyAndNoKeyIsOverwritten() throws Exception {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.key"))));
    assertThrows(
        FileAlreadyExistsException.class,
        () -> SigningKeys.make(folder.resolve("a.key"), folder.resolve("c.pub")));
    IllegalArgumentException swapped =
        assertThrows(
            IllegalArgumentException.class, () -> SigningKeys.readPublic(folder.resolve("a.key")));
    assertTrue(swapped.getMessage().contains("no public key"), swapped.getMessage());
  }

  @Test
  void malformedMessagesAreCounted() throws Exception {
    broker.link().publish(Message.certain(TOPICS.snapshotOffers(), "{".getBytes(UTF_8)));
    broker.link().publish(Message.certain(TOPICS.snapshotPieces(), new byte[0]));
    assertTrue(send(signed(unsigned(STATE)), STATE).done());
    assertEquals(2, desk.refused());
  }

  @Test
  void whoHasNoKeyDoesNotLearnWhatWasAccepted() throws Exception {
    assertTrue(send(signed(unsigned(STATE)), STATE).done());
    OfferAnswer answer = send(unsigned(STATE), STATE);
    assertFalse(answer.done());
    assertEquals("signature", answer.reason());
  }

  @Test
  void whoHasNoKeyFillsNoJournalByBeingRefused() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals("signature", send(unsigned(STATE), STATE).reason());
    }
    assertEquals(1, told.size(), told.toString());
  }

  @Test
  void aPieceWhoseDigestIsNoneIsRefusedUnanswered() throws Exception {
    String piece =
        "{\"v\":1,\"sender\":\"desk\",\"digest\":\"\\ud800\",\"offset\":0,\"data\":\"\"}";
    broker.link().publish(Message.plain(TOPICS.snapshotPieces(), piece.getBytes(UTF_8)));
    assertTrue(send(signed(unsigned(STATE)), STATE).done());
    assertEquals(1, desk.refused());
  }
}
