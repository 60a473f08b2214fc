package io.olivo.deploy.training;

import io.olivo.sim.io.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a robot file but for some parameters, such as {@code late:latency=0.05,noise=1}.
 *
 * @param name by which people know it
 * @param changes what is not as in the file
 */
public record Body(String name, List<Change> changes) {
  /** Keeps its own copy. */
  public Body {
    changes = List.copyOf(changes);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying how to write it
   */
  public static Body of(String text) {
    int colon = text.indexOf(':');
    List<Change> changes = new ArrayList<>();
    for (String part : text.substring(colon + 1).split(",", -1)) {
      changes.add(change(part.strip(), text));
    }
    return new Body(colon < 0 ? text : text.substring(0, colon), changes);
  }

  private static Change change(String part, String whole) {
    int equals = part.indexOf('=');
    try {
      if (equals > 0) {
        double value = Double.parseDouble(part.substring(equals + 1));
        return new Change(0, part.substring(0, equals), value);
      }
    } catch (NumberFormatException odd) {
      // falls through: no number
    }
    throw new IllegalArgumentException(
        "\"%s\" is no body; write NAME:PARAMETER=VALUE,..., as in late:latency=0.05,noise=1"
            .formatted(whole));
  }
}
