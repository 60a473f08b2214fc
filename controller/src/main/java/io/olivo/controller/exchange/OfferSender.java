package io.olivo.controller.exchange;

import io.olivo.controller.link.Link;
import io.olivo.controller.wire.Chunk;
import io.olivo.controller.wire.Offer;
import io.olivo.controller.wire.OfferAnswer;
import io.olivo.controller.wire.OfferPiece;
import io.olivo.controller.wire.Topics;
import io.olivo.controller.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Offers a snapshot to a robot and sends it piece by piece, as the robot answers. */
public final class OfferSender {
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final int MOST_WAITING = 4; // answers

  private final Link link;
  private final Topics topics;
  private final BlockingQueue<OfferAnswer> answers = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong malformed = new AtomicLong();

  /**
   * @param sender id, as in the offers
   */
  public OfferSender(Link link, Topics topics, String sender) {
    this.link = link;
    this.topics = topics;
    link.subscribe(topics.snapshotAnswers(sender), message -> hear(message.payload()));
  }

  /** Answers that made no sense. */
  public long malformed() {
    return malformed.get();
  }

  private void hear(byte[] payload) {
    try {
      answers.offer(OfferAnswer.decode(payload));
    } catch (WireException e) {
      malformed.incrementAndGet();
    }
  }

  /**
   * Sends it, and waits for the end. An answer that doesn't come makes it offer again, so that it
   * goes on after the robot or the broker was away.
   *
   * @param bytes of the file that the offer is of
   * @return the robot's last answer
   * @throws IOException when there is none in time
   */
  public OfferAnswer send(Offer offer, byte[] bytes, Duration limit)
      throws IOException, InterruptedException {
    long untilNanos = System.nanoTime() + limit.toNanos();
    link.publishNow(topics.snapshotOffers(), offer.encode());
    while (System.nanoTime() - untilNanos < 0) {
      OfferAnswer answer = answer(offer.digest());
      if (answer == null || answer.reason().equals("no-offer")) { // it knows nothing of it any more
        link.publishNow(topics.snapshotOffers(), offer.encode());
      } else if (answer.done() || !answer.reason().isEmpty()) {
        return answer;
      } else {
        sendPiece(offer, bytes, answer.have());
      }
    }
    throw new IOException("the robot did not answer in time");
  }

  private @Nullable OfferAnswer answer(String digest) throws InterruptedException {
    OfferAnswer answer = answers.poll(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    return answer != null && answer.digest().equals(digest) ? answer : null;
  }

  private void sendPiece(Offer offer, byte[] bytes, long have) {
    int from = Math.clamp(have, 0, bytes.length);
    int to = Math.min(bytes.length, from + Chunk.MOST_BYTES);
    byte[] data = Arrays.copyOfRange(bytes, from, to);
    link.publishNow(
        topics.snapshotPieces(),
        new OfferPiece(offer.sender(), offer.digest(), from, data).encode());
  }
}
