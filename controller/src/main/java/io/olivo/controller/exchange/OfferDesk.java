package io.olivo.controller.exchange;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Offer;
import io.olivo.controller.wire.OfferAnswer;
import io.olivo.controller.wire.OfferPiece;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import io.olivo.learning.snapshot.StateReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes snapshots that others offer to a robot, on a thread of its own. An offer is checked before
 * the first byte of its content is taken, and the content before anything is written. One offer at
 * a time, in memory; another one that may be taken puts it aside.
 */
public final class OfferDesk implements AutoCloseable {
  private static final int MOST_WAITING = 8; // messages; further ones are dropped
  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();
  private static final long TELL_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long LOOK_MILLIS = 200;

  private final Link link;
  private final Topics topics;
  private final OfferRules rules;
  private final OfferFolder folder;
  private final InstantSource clock;
  private final Consumer<String> told;
  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::run, "olivo-offers");
  private final AtomicLong refused = new AtomicLong();
  private @Nullable Offer open; // the one whose pieces are awaited
  private ByteArrayOutputStream content = new ByteArrayOutputStream();
  private long toldNanos = System.nanoTime() - TELL_PAUSE_NANOS; // of one without a signature
  private volatile boolean closed;

  /**
   * Begins.
   *
   * @param clock of the wall
   * @param told hears of every offer that was accepted or refused, for people, but of those whose
   *     signature doesn't count one a minute; it must not wait
   */
  public OfferDesk(
      Link link,
      Topics topics,
      OfferRules rules,
      OfferFolder folder,
      InstantSource clock,
      Consumer<String> told) {
    this.link = link;
    this.topics = topics;
    this.rules = rules;
    this.folder = folder;
    this.clock = clock;
    this.told = told;
    link.subscribe(topics.snapshotOffers(), message -> hearOffer(message.payload()));
    link.subscribe(topics.snapshotPieces(), message -> hearPiece(message.payload()));
    thread.setDaemon(true);
    thread.start();
  }

  /** Offers and messages that were refused. */
  public long refused() {
    return refused.get();
  }

  private void hearOffer(byte[] payload) {
    try {
      Offer offer = Offer.decode(payload);
      queue(() -> take(offer));
    } catch (WireException e) {
      refused.incrementAndGet();
    }
  }

  private void hearPiece(byte[] payload) {
    try {
      OfferPiece piece = OfferPiece.decode(payload);
      queue(() -> take(piece));
    } catch (WireException e) {
      refused.incrementAndGet();
    }
  }

  private void queue(Runnable work) {
    if (!waiting.offer(work)) {
      refused.incrementAndGet();
    }
  }

  private void run() {
    while (!closed) {
      try {
        Runnable work = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (work != null) {
          work.run();
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void take(Offer offer) {
    if (rules.trusts(offer) && folder.find(offer.digest()).isPresent()) { // the answer got lost
      answer(offer.sender(), OfferAnswer.accepted(offer.digest(), offer.bytes()));
      return;
    }
    try {
      OfferRules.Refusal refusal = rules.check(offer, folder.newestMillis(), clock.millis());
      if (refusal != null) {
        refuse(offer, refusal.reason(), refusal.text());
        return;
      }
    } catch (IOException e) {
      refuse(offer, "disk", String.valueOf(e.getMessage()));
      return;
    }
    if (!offer.equals(open)) {
      open = offer;
      content = new ByteArrayOutputStream();
    }
    answer(offer.sender(), OfferAnswer.next(offer.digest(), content.size()));
  }

  private void take(OfferPiece piece) {
    Offer offer = open;
    if (offer == null || !offer.digest().equals(piece.digest())) {
      answer(
          piece.sender(),
          OfferAnswer.refused(piece.digest(), "no-offer", "offer it first, then send it"));
      return;
    }
    if (piece.offset() == content.size() && fits(offer, piece)) {
      content.writeBytes(piece.data());
    }
    if (content.size() == offer.bytes()) {
      finish(offer);
    } else {
      answer(piece.sender(), OfferAnswer.next(offer.digest(), content.size()));
    }
  }

  private boolean fits(Offer offer, OfferPiece piece) {
    return content.size() + piece.data().length <= offer.bytes();
  }

  private void finish(Offer offer) {
    byte[] bytes = content.toByteArray();
    open = null;
    content = new ByteArrayOutputStream();
    try {
      requireSound(offer, bytes);
      folder.keep(offer.digest(), bytes, offer.clockMillis());
      told.accept(
          "accepted the snapshot %s that %s offered".formatted(offer.digest(), offer.sender()));
      answer(offer.sender(), OfferAnswer.accepted(offer.digest(), offer.bytes()));
    } catch (IllegalArgumentException e) {
      refuse(offer, "damaged", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      refuse(offer, "disk", String.valueOf(e.getMessage()));
    }
  }

  private static void requireSound(Offer offer, byte[] bytes) {
    if (!SnapshotStore.digestOf(bytes).equals(offer.digest())) {
      throw new IllegalArgumentException("its content is not what was signed");
    }
    String kind = new StateReader(bytes).kind();
    if (!kind.equals(offer.kind())) {
      throw new IllegalArgumentException("it holds a " + kind + ", not a " + offer.kind());
    }
  }

  private void refuse(Offer offer, String reason, String text) {
    refused.incrementAndGet();
    if (rules.trusts(offer) || mayTell()) {
      told.accept("refused a snapshot that %s offered: %s".formatted(offer.sender(), text));
    }
    answer(offer.sender(), OfferAnswer.refused(offer.digest(), reason, text));
  }

  /** Who has no key could push everything else out of the journal by being refused. */
  private boolean mayTell() {
    long now = System.nanoTime();
    boolean may = now - toldNanos >= TELL_PAUSE_NANOS;
    toldNanos = may ? now : toldNanos;
    return may;
  }

  private void answer(String sender, OfferAnswer answer) {
    link.publishNow(topics.snapshotAnswers(sender), answer.encode());
  }

  @Override
  public void close() {
    closed = true;
  }
}
