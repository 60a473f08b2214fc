package io.olivo.controller.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever bytes come, nothing but a WireException comes out; whatever double goes, it arrives. */
class WirePropertiesTest {
  private static final byte[] GOOD =
      ("{\"v\":1,\"session\":\"s1\",\"seq\":7,\"time_ns\":1,\"safe\":true,\"online\":true,"
              + "\"kind\":\"a\",\"text\":\"b\",\"values\":[0.1,\"NaN\"],\"truth\":[1.0],"
              + "\"robot\":\"r\",\"role\":\"simulator\",\"rate_hz\":1,"
              + "\"sensors\":[{\"name\":\"a\",\"unit\":\"rad\",\"min\":0,\"max\":1}],"
              + "\"actuators\":[],\"clipped\":[true],\"learner\":[1],\"sender\":\"d\","
              + "\"deadline_ms\":5,\"command\":\"gain\",\"joint\":\"a\",\"kp\":1,\"kd\":2,"
              + "\"done\":true,\"reason\":\"done\",\"clock_ms\":3,\"id\":7,\"after\":3,"
              + "\"snapshot\":{\"number\":1,\"digest\":\""
              + "ab".repeat(32)
              + "\",\"bytes\":9},\"collector\":\"c\",\"upto\":3,\"before\":1,\"newest\":2,"
              + "\"number\":1,\"offset\":3,\"digest\":\""
              + "cd".repeat(32)
              + "\",\"bytes\":5,\"data\":\"AAAA\",\"have\":3,\"config\":\"c\","
              + "\"signature\":\"AAAA\"}")
          .getBytes(UTF_8);

  private interface Decoder {
    void decode(byte[] payload) throws WireException;
  }

  private static void decodeAll(byte[] payload) {
    tolerant(new Sense(2, 1)::decode, payload);
    tolerant(new Act(2)::decode, payload);
    tolerant(new TelemetryFrame(1, 1, 1, 0)::decode, payload);
    tolerant(Description::decode, payload);
    tolerant(State::decode, payload);
    tolerant(Event::decode, payload);
    tolerant(Command::decode, payload);
    tolerant(Answer::decode, payload);
    tolerant(Have::decode, payload);
    tolerant(Kept::decode, payload);
    tolerant(ChunkRequest::decode, payload);
    tolerant(Chunk::decode, payload);
    tolerant(Offer::decode, payload);
    tolerant(OfferPiece::decode, payload);
    tolerant(OfferAnswer::decode, payload);
  }

  private static void tolerant(Decoder decoder, byte[] payload) {
    try {
      decoder.decode(payload);
    } catch (WireException expected) {
      assertEquals(WireException.class, expected.getClass());
    }
  }

  @Property
  void randomBytesNeverThrowAnythingElse(@ForAll byte[] payload) {
    decodeAll(payload);
  }

  @Property(tries = 3000)
  void damagedMessagesNeverThrowAnythingElse(
      @ForAll byte damage, @ForAll int where, @ForAll int cut) {
    byte[] payload = GOOD.clone();
    payload[Math.floorMod(where, payload.length)] = damage;
    int length = cut % 3 == 0 ? Math.floorMod(cut, payload.length) : payload.length;
    decodeAll(java.util.Arrays.copyOf(payload, length));
  }

  @Property
  void everyDoubleArrivesBitForBit(@ForAll @Size(4) long[] bits) throws WireException {
    Act sent = new Act(4);
    sent.session = "s1";
    for (int i = 0; i < bits.length; i++) {
      sent.values[i] = Double.longBitsToDouble(bits[i]);
    }
    Act got = new Act(4);
    got.decode(sent.encode());
    for (int i = 0; i < bits.length; i++) {
      assertEquals(Double.doubleToLongBits(sent.values[i]), Double.doubleToLongBits(got.values[i]));
    }
  }
}
