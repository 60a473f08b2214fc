package io.olivo.controller.command;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Answer;
import io.olivo.controller.wire.Topics;

/**
 * Where an answer goes.
 *
 * @param topic empty when nobody waits for one
 * @param correlation what the sender recognises it by
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record ReturnAddress(String topic, byte[] correlation) {
  /** Longest correlation data that is kept and sent back [bytes]. */
  public static final int MOST_CORRELATION = 64;

  private static final long ANSWER_SECONDS = 30; // a late answer helps nobody

  private static final ReturnAddress NOWHERE = new ReturnAddress("", new byte[0]);

  /** That of a message; nowhere when it asks for no answer, or for one that would go elsewhere. */
  static ReturnAddress of(Message message, Topics topics) {
    return isSound(message, topics)
        ? new ReturnAddress(message.responseTopic(), message.correlation())
        : NOWHERE;
  }

  /** Whether answers of this robot may go where this message wants them. */
  static boolean isSound(Message message, Topics topics) {
    boolean small = message.correlation().length <= MOST_CORRELATION;
    String there = message.responseTopic();
    return small && (there.isEmpty() || topics.isAnswers(there));
  }

  /** Whether somebody waits for an answer. */
  public boolean isSomewhere() {
    return !topic.isEmpty();
  }

  /** The answer, addressed. */
  public Message message(Answer answer) {
    return Message.certain(topic, answer.encode())
        .expiring(ANSWER_SECONDS)
        .answeredAt("", correlation);
  }
}
