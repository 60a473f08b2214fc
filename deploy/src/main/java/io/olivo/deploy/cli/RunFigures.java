package io.olivo.deploy.cli;

import io.olivo.controller.journal.OutboxCounters;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.mirror.MirrorCounters;
import io.olivo.deploy.command.CommandService;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.BusTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what the parts of a run counted into its result. */
record RunFigures(RunResult result) {
  void put(WallClockPacer paced) {
    result.put("late_us_p99", paced.lateness().getValueAtPercentile(99) / 1e3);
    result.put("late_us_max", paced.lateness().getMaxValue() / 1e3);
    result.put("skipped_ticks", paced.skipped());
    result.put("late_share", paced.lateShare());
  }

  void put(OutboxCounters events) {
    result.put("events", events.kept());
    result.put("events_first", events.first());
    result.put("events_last", events.last());
    result.put("events_repeated", events.repeated());
    result.put("events_unacknowledged", events.unacknowledged());
    result.put("events_lost", events.dropped() + events.unkept());
  }

  void put(@Nullable CommandService obeying) {
    if (obeying != null) {
      result.put("commands_admitted", obeying.counters().admitted());
      result.put("commands_refused", obeying.counters().refused());
    }
  }

  void put(List<BusPoller> buses) {
    buses.forEach(
        bus ->
            result.put(
                "failures_" + bus.name(), bus.tasks().stream().mapToLong(BusTask::failures).sum()));
  }

  void put(MirrorCounters counters) {
    result.put("mirror_ticks", counters.ticks());
    result.put("mirror_resent", counters.resent());
    result.put("mirror_doubled", counters.duplicates());
    result.put("mirror_refused", counters.refused());
    result.put("mirror_lost", counters.lost());
  }
}
