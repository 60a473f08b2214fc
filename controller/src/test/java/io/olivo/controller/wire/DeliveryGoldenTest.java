package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes by which events and snapshots survive outages. */
class DeliveryGoldenTest {
  private static final String DIGEST = "9f".repeat(32);
  private static final SnapshotNote NOTE = new SnapshotNote(17, DIGEST, 60_000);

  private static String text(byte[] message) {
    return new String(message, UTF_8);
  }

  private static byte[] bytes(String message) {
    return message.getBytes(UTF_8);
  }

  @Test
  void anEventWithAnIdIsTheseBytes() throws WireException {
    Event next = new Event(5, "fault", "stale").numbered(18, 17);
    String nextText = "{\"v\":1,\"time_ns\":5,\"kind\":\"fault\",\"text\":\"stale\",\"id\":18}";
    assertEquals(nextText, text(next.encode()));
    assertEquals(next, Event.decode(bytes(nextText)));
    Event first = new Event(5, "fault", "stale").numbered(1000, 17);
    String firstText = nextText.replace("18}", "1000,\"after\":17}");
    assertEquals(firstText, text(first.encode()));
    assertEquals(first, Event.decode(bytes(firstText)));
  }

  @Test
  void anEventOfASnapshotIsTheseBytes() throws WireException {
    Event event = Event.saved(5, NOTE).numbered(2, 1);
    String expected =
        "{\"v\":1,\"time_ns\":5,\"kind\":\"snapshot\","
            + "\"text\":\"generation 17 was saved, 60000 bytes\",\"id\":2,"
            + "\"snapshot\":{\"number\":17,\"digest\":\""
            + DIGEST
            + "\",\"bytes\":60000}}";
    assertEquals(expected, text(event.encode()));
    assertEquals(event, Event.decode(bytes(expected)));
  }

  @Test
  void whatACollectorHasAndARobotKeepsAreTheseBytes() throws WireException {
    String have = "{\"v\":1,\"collector\":\"desk\",\"upto\":17}";
    assertEquals(have, text(new Have("desk", 17).encode()));
    assertEquals(new Have("desk", 17), Have.decode(bytes(have)));
    String kept = "{\"v\":1,\"before\":11,\"newest\":40}";
    assertEquals(kept, text(new Kept(11, 40).encode()));
    assertEquals(new Kept(11, 40), Kept.decode(bytes(kept)));
  }

  @Test
  void aPieceOfASnapshotAndItsRequestAreTheseBytes() throws WireException {
    String request = "{\"v\":1,\"collector\":\"desk\",\"number\":17,\"offset\":3}";
    assertEquals(request, text(new ChunkRequest("desk", 17, 3).encode()));
    assertEquals(new ChunkRequest("desk", 17, 3), ChunkRequest.decode(bytes(request)));
    String chunk =
        "{\"v\":1,\"number\":17,\"digest\":\""
            + DIGEST
            + "\",\"bytes\":60000,\"offset\":3,\"data\":\"AQID\"}";
    assertEquals(chunk, text(Chunk.of(NOTE, 3, new byte[] {1, 2, 3}).encode()));
    Chunk read = Chunk.decode(bytes(chunk));
    assertEquals(NOTE, read.note());
    assertEquals(3, read.offset());
    assertArrayEquals(new byte[] {1, 2, 3}, read.data());
    String gone = "{\"v\":1,\"number\":17,\"reason\":\"gone\"}";
    assertEquals(gone, text(Chunk.none(17, "gone").encode()));
    assertEquals("gone", Chunk.decode(bytes(gone)).reason());
  }

  @Test
  void anOfferIsTheseBytesAndThisTextIsSigned() throws WireException {
    Offer offer = new Offer("desk", "arm2", "cerebellum", "c0ffee", 5, 9, DIGEST, "AAAA");
    String expected =
        "{\"v\":1,\"sender\":\"desk\",\"robot\":\"arm2\",\"kind\":\"cerebellum\","
            + "\"config\":\"c0ffee\",\"clock_ms\":5,\"bytes\":9,\"digest\":\""
            + DIGEST
            + "\",\"signature\":\"AAAA\"}";
    assertEquals(expected, text(offer.encode()));
    assertEquals(offer, Offer.decode(bytes(expected)));
    assertEquals(
        "olivo snapshot offer 1\narm2\ncerebellum\nc0ffee\n5\n9\n" + DIGEST + "\n",
        text(offer.signedText()));
  }

  @Test
  void itsPiecesAndAnswersAreTheseBytes() throws WireException {
    String piece =
        "{\"v\":1,\"sender\":\"desk\",\"digest\":\""
            + DIGEST
            + "\",\"offset\":3,\"data\":\"AQ==\"}";
    assertEquals(piece, text(new OfferPiece("desk", DIGEST, 3, new byte[] {1}).encode()));
    assertArrayEquals(new byte[] {1}, OfferPiece.decode(bytes(piece)).data());
    String answer =
        "{\"v\":1,\"digest\":\""
            + DIGEST
            + "\",\"have\":0,\"done\":false,\"reason\":\"too-old\",\"text\":\"it is old\"}";
    OfferAnswer refused = OfferAnswer.refused(DIGEST, "too-old", "it is old");
    assertEquals(answer, text(refused.encode()));
    assertEquals(refused, OfferAnswer.decode(bytes(answer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"v\":1,\"time_ns\":5,\"kind\":\"a\",\"text\":\"b\",\"id\":-1}",
        "{\"v\":1,\"time_ns\":5,\"kind\":\"a\",\"text\":\"b\",\"id\":7,\"after\":7}",
        "{\"v\":1,\"time_ns\":5,\"kind\":\"a\",\"text\":\"b\",\"after\":7}",
        "{\"v\":1,\"time_ns\":5,\"kind\":\"a\",\"text\":\"b\",\"snapshot\":{\"number\":1}}",
        "{\"v\":1,\"time_ns\":5,\"kind\":\"a\",\"text\":\"b\",\"snapshot\":7}",
      })
  void anEventWhoseIdsOrSnapshotMakeNoSenseIsRefused(String message) {
    assertThrows(WireException.class, () -> Event.decode(bytes(message)));
  }

  @Test
  void aPieceThatIsTooLargeOrNoBase64IsRefused() {
    String large = "A".repeat(4 * (Chunk.MOST_BYTES / 3 + 1));
    for (String data : new String[] {large, "A", "????"}) {
      String piece =
          "{\"v\":1,\"sender\":\"d\",\"digest\":\"x\",\"offset\":0,\"data\":\"" + data + "\"}";
      assertThrows(WireException.class, () -> OfferPiece.decode(bytes(piece)));
    }
  }
}
