package io.olivo.deploy.fuzz;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.exchange.OfferDesk;
import io.olivo.controller.exchange.OfferFolder;
import io.olivo.controller.exchange.OfferRules;
import io.olivo.controller.exchange.OfferSender;
import io.olivo.controller.exchange.SigningKeys;
import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Offer;
import io.olivo.controller.wire.OfferAnswer;
import io.olivo.controller.wire.OfferPiece;
import io.olivo.controller.wire.Topics;
import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A robot that takes snapshots which one key has signed, offered by who has it and by who has
 * another. What lies in its folder must have been signed by the right one.
 */
final class OffersTarget implements Target {
  private static final String SENDER = "desk";
  private static final String KIND = "fuzzed";
  private static final String CONFIG = "c0ffee";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int LOOK_EVERY = 20_000; // messages
  private static final int MOST_FILES = 6; // five snapshots and the newest's time

  private final Link link;
  private final Topics topics;
  private final RandomGenerator chance;
  private final Path folder;
  private final PrivateKey trusted;
  private final PrivateKey foreign;
  private final OfferDesk desk;
  private final AtomicLong accepted = new AtomicLong();
  private final Set<String> signed = new HashSet<>(); // digests and times, by the trusted key
  private byte[] content = {};
  private Offer good;
  private Offer bad;
  private long goodUntil; // acceptances
  private long signedMillis;
  private long inputs;
  private long looks;
  private long wrong;

  OffersTarget(Link link, Topics topics, RandomGenerator chance, Path folder) throws IOException {
    this.link = link;
    this.topics = topics;
    this.chance = chance;
    this.folder = folder.resolve("offers");
    trusted = key(folder, "trusted");
    foreign = key(folder, "foreign");
    OfferRules rules =
        new OfferRules(
            topics.robot(),
            KIND,
            CONFIG,
            List.of(SigningKeys.readPublic(folder.resolve("trusted.pub"))),
            OfferRules.USUAL_LIMIT);
    signedMillis = System.currentTimeMillis();
    good = offer(trusted);
    bad = offer(foreign);
    desk =
        new OfferDesk(
            link, topics, rules, new OfferFolder(this.folder), InstantSource.system(), this::told);
    new OfferSender(link, topics, SENDER);
    renew();
  }

  private static PrivateKey key(Path folder, String name) throws IOException {
    SigningKeys.make(folder.resolve(name + ".key"), folder.resolve(name + ".pub"));
    return SigningKeys.readPrivate(folder.resolve(name + ".key"));
  }

  private void told(String text) {
    accepted.addAndGet(text.startsWith("accepted") ? 1 : 0);
  }

  /** Others: what was accepted once is no longer new. */
  private void renew() {
    bad = offer(foreign);
    good = offer(trusted);
    signed.add(good.digest());
    signed.add(Long.toString(good.clockMillis()));
    goodUntil = accepted.get() + 1;
  }

  private Offer offer(PrivateKey key) {
    signedMillis++;
    StateWriter out = new StateWriter(KIND);
    out.put("number", (double) signedMillis);
    content = out.bytes(Map.of(), name -> "1");
    Offer offer =
        new Offer(
            SENDER,
            topics.robot(),
            KIND,
            CONFIG,
            signedMillis,
            content.length,
            SnapshotStore.digestOf(content),
            "");
    return offer.signed(SigningKeys.sign(key, offer.signedText()));
  }

  @Override
  public Message next(long clockMillis) {
    inputs++;
    if (accepted.get() >= goodUntil) {
      renew();
    }
    return switch (chance.nextInt(6)) {
      case 0 -> Message.plain(topics.snapshotOffers(), bad.encode());
      case 1 -> Message.plain(topics.snapshotAnswers(SENDER), answer());
      case 2, 3 -> Message.plain(topics.snapshotPieces(), piece());
      default -> Message.plain(topics.snapshotOffers(), good.encode());
    };
  }

  private byte[] piece() {
    String digest = chance.nextInt(4) == 0 ? bad.digest() : good.digest();
    return new OfferPiece(SENDER, digest, 0, content).encode();
  }

  private byte[] answer() {
    return chance.nextBoolean()
        ? OfferAnswer.next(good.digest(), chance.nextInt(1000)).encode()
        : OfferAnswer.refused(good.digest(), "too-old", "it is old").encode();
  }

  @Override
  public void look(Message message) {
    looks++;
    if (looks % LOOK_EVERY == 0) {
      wrong += strangers();
    }
  }

  /** How much is in the folder that the trusted key has not signed, or too much. */
  private long strangers() {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(file -> !file.toString().endsWith(".new")).toList();
      long strange = files.stream().filter(file -> !isSigned(file)).count();
      return strange + Math.max(0, files.size() - MOST_FILES - 1); // one is about to be deleted
    } catch (IOException gone) {
      return 0;
    }
  }

  private boolean isSigned(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".state")) {
      return signed.contains(name.substring(0, name.length() - ".state".length()));
    }
    try {
      return signed.contains(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException gone) {
      return true;
    }
  }

  @Override
  public Found found() throws Exception {
    renew();
    boolean works = new OfferSender(link, topics, SENDER).send(good, content, LIMIT).done();
    return new Found("offers", inputs, accepted.get(), wrong + strangers() + (works ? 0 : 1));
  }

  @Override
  public void close() {
    desk.close();
  }
}
