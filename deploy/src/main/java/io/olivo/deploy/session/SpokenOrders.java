package io.olivo.deploy.session;

import io.olivo.controller.loop.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** Orders as words, one per line; ends with the stream. */
public final class SpokenOrders {
  private final Consumer<Order> obey;
  private final Consumer<String> unknown;

  /**
   * @param obey is given every order
   * @param unknown is given every line that is none
   */
  public SpokenOrders(Consumer<Order> obey, Consumer<String> unknown) {
    this.obey = obey;
    this.unknown = unknown;
  }

  /** Listens on a thread of its own that does not keep the process alive. */
  public void listen(InputStream in) {
    Thread.ofPlatform().name("olivo-orders").daemon().start(() -> read(in));
  }

  void read(InputStream in) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::hear);
    } catch (IOException e) {
      unknown.accept("no more orders: " + e.getMessage());
    }
  }

  private void hear(String line) {
    for (Order order : Order.values()) {
      if (order.name().equals(line.toUpperCase(Locale.ROOT))) {
        obey.accept(order);
        return;
      }
    }
    unknown.accept("\"" + line + "\" is no order; say arm, disarm, freeze, unfreeze or stop");
  }
}
