package io.olivo.sim.task;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Every task, by its name. */
public final class Tasks {
  private static final List<Supplier<Task>> ALL =
      List.of(
          CartPole::new,
          Pendulum::new,
          Acrobot::new,
          MountainCar::new,
          SwingUp::new,
          () -> new Reacher2(Reacher2.Frame.ROOM),
          () -> new Reacher2(Reacher2.Frame.BODY));

  private Tasks() {}

  /** All names. */
  public static List<String> names() {
    return ALL.stream().map(Supplier::get).map(Task::name).toList();
  }

  /**
   * A new task; capital letters do not matter.
   *
   * @throws IllegalArgumentException naming the known ones
   */
  public static Task named(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .map(Supplier::get)
        .filter(task -> task.name().toLowerCase(Locale.ROOT).equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no task \"%s\"; choose from %s"
                        .formatted(name, String.join(", ", names()))));
  }
}
