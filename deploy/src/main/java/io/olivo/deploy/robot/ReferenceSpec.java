package io.olivo.deploy.robot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the joints shall go. */
public sealed interface ReferenceSpec {
  /** The paths that Olivo makes itself. */
  enum Shape {
    /** A lying eight, by inverse kinematics of a two-link arm. */
    FIGURE8,
    /** Minimum-jerk moves between random points. */
    REACH,
    /** Band-limited noise. */
    NOISE,
    /** Figure8, reach and noise in turn. */
    MIXED,
    /** A sum of sines per joint. */
    SINES,
    /** All joints at 0. */
    HOLD
  }

  /**
   * A path that Olivo makes itself.
   *
   * @param shape which
   */
  record Made(Shape shape) implements ReferenceSpec {}

  /**
   * A recorded path.
   *
   * @param file a readable CSV file
   */
  record Recorded(Path file) implements ReferenceSpec {}

  /** The shape that is written so, if there is one. */
  static Optional<Shape> shape(String word) {
    return Stream.of(Shape.values()).filter(it -> Key.word(it).equals(word)).findFirst();
  }

  /** The words for {@link Shape}, as written in a robot file. */
  static String words() {
    return String.join(", ", Key.words(Shape.class));
  }
}
