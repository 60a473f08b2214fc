package io.olivo.controller.wire;

/**
 * Where the messages of one robot go.
 *
 * @param robot its id
 */
public record Topics(String robot) {
  /** Refuses an id that could mean other robots' topics. */
  public Topics {
    Id.require("robot", robot);
  }

  /** {@link Description} of the controller, retained. */
  public String description() {
    return at("description");
  }

  /** {@link State} of the controller, retained; its Last Will says offline. */
  public String state() {
    return at("state");
  }

  /** {@link TelemetryFrame}s. */
  public String telemetry() {
    return at("telemetry");
  }

  /** {@link Event}s. */
  public String events() {
    return at("events");
  }

  /** {@link Have}s, from collectors of events. */
  public String eventsHave() {
    return at("events/have");
  }

  /** {@link Kept}, the robot's answer to a {@link Have}. */
  public String eventsKept() {
    return at("events/kept");
  }

  /** {@link ChunkRequest}s, from collectors of snapshots. */
  public String snapshotRequests() {
    return at("snapshots/request");
  }

  /** {@link Chunk}s for one collector. */
  public String snapshotChunks(String collector) {
    return at("snapshots/chunks/" + Id.require("collector", collector));
  }

  /** {@link Offer}s of snapshots, from those who may. */
  public String snapshotOffers() {
    return at("snapshots/offer");
  }

  /** {@link OfferPiece}s of the snapshot that is offered. */
  public String snapshotPieces() {
    return at("snapshots/piece");
  }

  /** {@link OfferAnswer}s to one who offers. */
  public String snapshotAnswers(String sender) {
    return at("snapshots/answers/" + Id.require("sender", sender));
  }

  /** {@link Description} of the simulator, retained; cleared when it leaves. */
  public String mirrorDescription() {
    return at("mirror/description");
  }

  /** {@link Sense}s, from the simulator. */
  public String mirrorSense() {
    return at("mirror/sense");
  }

  /** {@link Act}s, from the controller. */
  public String mirrorAct() {
    return at("mirror/act");
  }

  /** {@link Command}s, to the robot; never retained. */
  public String command() {
    return at("command");
  }

  /**
   * {@link Answer}s to one client.
   *
   * @param client its id
   */
  public String answers(String client) {
    return at("answers/" + Id.require("client", client));
  }

  /** Whether answers of this robot, to whatever client, may go there. */
  public boolean isAnswers(String topic) {
    String stem = at("answers/");
    return topic.startsWith(stem) && Id.valid(topic.substring(stem.length()));
  }

  private String at(String leaf) {
    return "olivo/v1/" + robot + "/" + leaf;
  }
}
