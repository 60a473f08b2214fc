package io.olivo.controller.command;

import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Reason;
import io.olivo.controller.wire.Topics;
import org.jspecify.annotations.Nullable;

/** What can be seen of a message before it is read. */
final class MessageChecks {
  private final Topics topics;

  MessageChecks(Topics topics) {
    this.topics = topics;
  }

  /** The first thing that is wrong; null for nothing. */
  @Nullable Refusal look(Message message) {
    if (message.retained()) {
      return new Refusal(
          Reason.RETAINED, "it was retained: nobody knows when it was meant; clear the topic");
    }
    if (message.expirySeconds() <= 0) {
      return new Refusal(Reason.EXPIRED, "it has no message expiry; set one of a few seconds");
    }
    if (!message.topic().equals(topics.command())) {
      return new Refusal(Reason.WRONG_ROBOT, "it came by a topic that is not this robot's");
    }
    if (!ReturnAddress.isSound(message, topics)) {
      return new Refusal(
          Reason.INVALID,
          "answers go to %s and a client's id, with at most %d bytes of correlation"
              .formatted(topics.answers("x").replaceAll("x$", ""), ReturnAddress.MOST_CORRELATION));
    }
    return null;
  }
}
