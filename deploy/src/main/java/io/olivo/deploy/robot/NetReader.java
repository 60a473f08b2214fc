package io.olivo.deploy.robot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys of a learner that is a layered net. */
final class NetReader {
  private static final List<Integer> USUAL = List.of(64, 64);
  private static final int MOST_LAYERS = 8;
  private static final int MOST_UNITS = 1024;
  private static final int MOST_PAIRS = 100_000;

  private NetReader() {}

  static NetShape read(Fields learner) {
    NetFeedback feedback = learner.field("feedback").choice(NetFeedback.class);
    Optional<NetPerturb> perturb = perturb(learner);
    return new NetShape(
        feedback == null ? NetFeedback.KOLEN_POLLACK : feedback,
        perturb,
        hidden(learner.field("hidden")),
        learner.field("replay").whole(0, MOST_PAIRS));
  }

  private static Optional<NetPerturb> perturb(Fields learner) {
    if (!learner.has("perturb")) {
      return Optional.empty();
    }
    Field perturb = learner.field("perturb");
    if (learner.has("feedback")) {
      perturb.refuse(
          "excludes feedback: a net is told its error over a way back, or finds out by perturbing;"
              + " keep one of the two");
    }
    return Optional.ofNullable(perturb.choice(NetPerturb.class));
  }

  private static List<Integer> hidden(Field hidden) {
    if (!hidden.present()) {
      return USUAL;
    }
    List<Integer> widths = new ArrayList<>();
    hidden.numberedItems().forEach(item -> widths.add(item.whole(1, MOST_UNITS)));
    if (hidden.isList() && (widths.isEmpty() || widths.size() > MOST_LAYERS)) {
      hidden.refuse(
          "needs 1 to %d layers, not %d; remove it to get [64, 64]"
              .formatted(MOST_LAYERS, widths.size()));
    }
    return widths.isEmpty() ? USUAL : List.copyOf(widths);
  }
}
