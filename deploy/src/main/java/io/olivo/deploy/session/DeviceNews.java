package io.olivo.deploy.session;

import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.BusTask;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Tells over MQTT now and then how the devices of a robot do: load of buses, age, failures. */
public final class DeviceNews {
  private static final long EVERY_NANOS = 10_000_000_000L;

  private final List<BusPoller> buses;
  private final LongSupplier clock;
  private long dueNanos;

  /**
   * @param buses of the robot
   * @param clock of their devices [ns]
   */
  public DeviceNews(List<BusPoller> buses, LongSupplier clock) {
    this.buses = List.copyOf(buses);
    this.clock = clock;
  }

  /** To be called now and then, off the loop's thread. */
  public void tell(RobotLink link) {
    long now = clock.getAsLong();
    if (now >= dueNanos) {
      dueNanos = now + EVERY_NANOS;
      link.tell(now, "devices", text(now));
    }
  }

  /** One line for all. */
  String text(long nowNanos) {
    return buses.stream().map(bus -> text(bus, nowNanos)).collect(Collectors.joining("; "));
  }

  private static String text(BusPoller bus, long nowNanos) {
    String devices =
        bus.tasks().stream().map(task -> text(task, nowNanos)).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%s busy %.0f %%: %s", bus.name(), bus.load() * 100, devices);
  }

  private static String text(BusTask task, long nowNanos) {
    double age = task.ageSeconds(nowNanos);
    String old =
        Double.isNaN(age) ? "nothing yet" : String.format(Locale.ROOT, "%.1f ms old", age * 1e3);
    return "%s %s, %d failures".formatted(task.device().name(), old, task.failures());
  }
}
