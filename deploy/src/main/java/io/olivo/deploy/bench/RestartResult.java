package io.olivo.deploy.bench;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.journal.CollectorCounters;
import io.olivo.controller.wire.Event;
import io.olivo.controller.wire.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What came of one run.
 *
 * @param restarts of the broker
 * @param reconnects of the robot's link
 * @param seconds robot time of the first run [s]
 * @param lateShare of its ticks: more than half a period late, or left out
 * @param lateMicrosP99 of a hundred ticks one was later [us]
 * @param eventsMade by the robot, in both runs
 * @param eventsApplied by the collector
 * @param eventsTwice applied more than once
 * @param eventsLost never applied, lost on the robot's side among them
 * @param eventsRepeated messages that the robot sent once more because the collector lacked them
 * @param eventsDropped messages that the collector had already
 * @param snapshotsMade by the robot
 * @param snapshotsFetched whole, with the right digest
 * @param snapshotsTwice fetched more than once
 * @param snapshotsLost never fetched
 * @param commands sent during an outage, as far as a broker took them afterwards
 * @param obeyed of these
 * @param answers how many were answered how
 */
public record RestartResult(
    int restarts,
    long reconnects,
    double seconds,
    double lateShare,
    double lateMicrosP99,
    long eventsMade,
    long eventsApplied,
    long eventsTwice,
    long eventsLost,
    long eventsRepeated,
    long eventsDropped,
    long snapshotsMade,
    long snapshotsFetched,
    long snapshotsTwice,
    long snapshotsLost,
    int commands,
    int obeyed,
    Map<Reason, Integer> answers) {

  static RestartResult of(
      List<JsonNode> runs,
      List<Event> events,
      Gathering gathering,
      List<Generation> generations,
      LateCommands commands,
      int restarts) {
    JsonNode first = runs.getFirst();
    List<Long> ids = events.stream().map(Event::id).toList();
    long made = sum(runs, "events");
    long different = ids.stream().distinct().count();
    Map<String, Integer> fetched = gathering.snapshots();
    CollectorCounters met = gathering.counters();
    return new RestartResult(
        restarts,
        first.path("link_reconnects").asLong(),
        first.path("robot_seconds").asDouble(),
        first.path("late_share").asDouble(),
        first.path("late_us_p99").asDouble(),
        made,
        ids.size(),
        ids.size() - different,
        made - different + sum(runs, "events_lost"),
        sum(runs, "events_repeated"),
        met.doubled() + met.early(),
        generations.size(),
        fetched.size(),
        fetched.values().stream().filter(times -> times > 1).count(),
        generations.stream().filter(one -> !fetched.containsKey(one.digest())).count(),
        commands.sent(),
        commands.obeyed(),
        commands.answers());
  }

  private static long sum(List<JsonNode> runs, String name) {
    return runs.stream().mapToLong(run -> run.path(name).asLong()).sum();
  }

  /** Nothing was lost, nothing came twice, nothing was obeyed too late. */
  public boolean isKept() {
    return eventsMade > 0
        && snapshotsMade > 0
        && eventsTwice + eventsLost + snapshotsTwice + snapshotsLost + obeyed == 0;
  }

  /** For programs. */
  public Map<String, Object> forPrograms() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("restarts", restarts);
    all.put("link_reconnects", reconnects);
    all.put("robot_seconds", seconds);
    all.put("late_share", lateShare);
    all.put("late_us_p99", lateMicrosP99);
    all.put("events_made", eventsMade);
    all.put("events_applied", eventsApplied);
    all.put("events_twice", eventsTwice);
    all.put("events_lost", eventsLost);
    all.put("events_repeated", eventsRepeated);
    all.put("events_dropped", eventsDropped);
    all.put("snapshots_made", snapshotsMade);
    all.put("snapshots_fetched", snapshotsFetched);
    all.put("snapshots_twice", snapshotsTwice);
    all.put("snapshots_lost", snapshotsLost);
    all.put("commands_in_outages", commands);
    all.put("commands_obeyed", obeyed);
    answers.forEach((reason, count) -> all.put("commands_" + reason.wire(), count));
    return all;
  }
}
