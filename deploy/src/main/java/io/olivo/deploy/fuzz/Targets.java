package io.olivo.deploy.fuzz;

import io.olivo.controller.link.Link;
import io.olivo.controller.link.Message;
import io.olivo.controller.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** All who hear messages beside a robot's loop. */
final class Targets implements AutoCloseable {
  private final List<Target> all;
  private final RandomGenerator chance;

  Targets(Link link, Topics topics, RandomGenerator chance, Path folder) throws IOException {
    this.chance = chance;
    Path exchange = Files.createDirectories(folder.resolve("exchange"));
    all =
        List.of(
            new OutboxTarget(link, topics, chance),
            new CollectorTarget(link, chance),
            new SnapshotsTarget(link, topics, chance, exchange),
            new OffersTarget(link, topics, chance, exchange),
            new BridgesTarget(link, topics, chance),
            new WatchersTarget(link, chance, exchange));
  }

  /** A valid message for one of them. */
  Message next(long clockMillis) {
    return all.get(chance.nextInt(all.size())).next(clockMillis);
  }

  /** Each looks, whoever a message was for. */
  void look(Message message) {
    for (Target target : all) {
      target.look(message);
    }
  }

  /** What became of them. */
  List<Found> found() throws Exception {
    List<Found> found = new ArrayList<>();
    for (Target target : all) {
      found.add(target.found());
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    for (Target target : all) {
      target.close();
    }
  }
}
