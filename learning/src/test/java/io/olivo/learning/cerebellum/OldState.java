package io.olivo.learning.cerebellum;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/** A saved state as an older version would have written it. */
public final class OldState {
  private OldState() {}

  public static StateReader without(StateWriter now, String... younger) {
    StateReader all = new StateReader(now.bytes());
    StateWriter old = new StateWriter(all.kind());
    all.names().stream()
        .filter(name -> !List.of(younger).contains(name))
        .forEach(name -> old.put(name, all.values(name)));
    return new StateReader(old.bytes());
  }
}
