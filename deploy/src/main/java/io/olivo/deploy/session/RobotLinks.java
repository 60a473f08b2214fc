package io.olivo.deploy.session;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.exchange.OfferFolder;
import io.olivo.controller.exchange.OfferRules;
import io.olivo.controller.exchange.SigningKeys;
import io.olivo.controller.journal.Journal;
import io.olivo.controller.journal.JournalFiles;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.link.PahoLink;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Opens the link of a run. One that lasts keeps its events on disk, hands out its snapshots, and
 * takes those that are offered; one that is over in a moment keeps its events in memory.
 */
public final class RobotLinks {
  private static final String JOURNAL = "journal";
  private static final String OFFERS = "offers";

  private final RobotSpec robot;
  private final Path folder;
  private final SnapshotStore store;
  private final Consumer<String> told;

  /**
   * @param folder of the states of all robots
   * @param store of this robot
   * @param told hears of trouble, on any thread
   */
  public RobotLinks(RobotSpec robot, Path folder, SnapshotStore store, Consumer<String> told) {
    this.robot = robot;
    this.folder = folder;
    this.store = store;
    this.told = told;
  }

  /** Where accepted offers of snapshots are. */
  public static OfferFolder offers(Path folder, RobotSpec robot) {
    return new OfferFolder(folder.resolve(robot.name()).resolve(OFFERS));
  }

  /**
   * Connects.
   *
   * @param name of the robot on the wire
   * @param lasts whether the run is worth keeping
   * @throws IllegalArgumentException when login, TLS or a trusted key is wrong, saying what to do
   */
  public RobotLink open(URI broker, String name, boolean lasts) throws NoBrokerException {
    return open(broker, name, lasts, PahoLink::connect);
  }

  /**
   * Connects as soon as there is a broker, for a run that lasts and goes without one until then.
   *
   * @param name of the robot on the wire
   * @throws IllegalArgumentException when login, TLS or a trusted key is wrong, saying what to do
   */
  public RobotLink openOnceThere(URI broker, String name) throws NoBrokerException {
    return open(broker, name, true, PahoLink::connectOnceThere);
  }

  private RobotLink open(URI broker, String name, boolean lasts, RobotLink.Dial dial)
      throws NoBrokerException {
    OfferRules rules = lasts ? rules(name) : null; // a wrong key is told before anything begins
    BrokerAccess access = BrokerAccess.of(robot.link(), broker);
    RobotLink link = open(access, name, lasts ? journal(name) : inMemory(), dial);
    if (rules != null) {
      link.share(store);
      link.takeOffers(rules, offers(folder, robot));
    }
    return link;
  }

  private RobotLink open(BrokerAccess access, String name, Journal journal, RobotLink.Dial dial)
      throws NoBrokerException {
    try {
      return new RobotLink(access, name, journal, told, dial);
    } catch (NoBrokerException e) {
      close(journal);
      throw e;
    }
  }

  private void close(Journal journal) {
    try {
      journal.close();
    } catch (IOException e) {
      told.accept("the journal of events: " + e.getMessage());
    }
  }

  private OfferRules rules(String name) {
    return new OfferRules(
        name,
        Rule.of(robot.learner()).toString(),
        new StateLabel(robot).config(),
        robot.link().trustedKeys().stream().map(SigningKeys::readPublic).toList(),
        OfferRules.USUAL_LIMIT);
  }

  private static Journal inMemory() {
    return Journal.inMemory(Journal.USUAL_LIMIT, InstantSource.system().millis());
  }

  /** A disk that refuses must not keep a robot from running. */
  private Journal journal(String name) {
    try {
      Path place = folder.resolve(name).resolve(JOURNAL);
      JournalFiles files = JournalFiles.open(place, Journal.USUAL_LIMIT);
      return Journal.on(files, Journal.USUAL_LIMIT, InstantSource.system().millis());
    } catch (IOException e) {
      told.accept("events are kept in memory only: " + e.getMessage());
      return inMemory();
    }
  }
}
