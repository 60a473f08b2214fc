package io.olivo.deploy.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars of a board among those of a desktop: no simulator and nothing that comes with it, no
 * broker, no logger, no charts. What is not named here stays behind.
 */
public final class BoardJars {
  /** How their file names begin. */
  private static final List<String> NAMES =
      List.of(
          "HdrHistogram-",
          "aircompressor-",
          "jSerialComm-",
          "jackson-annotations-",
          "jackson-core-3.", // the broker brings 2
          "jackson-databind-3.",
          "jna-5.", // for SPI by Pi4J
          "olivo-actuators-",
          "olivo-controller-",
          "olivo-deploy-",
          "olivo-learning-",
          "olivo-sensors-",
          "org.eclipse.paho.mqttv5.client-",
          "pi4j-core-",
          "pi4j-library-gpiod-",
          "pi4j-library-linuxfs-",
          "pi4j-plugin-gpiod-",
          "pi4j-plugin-linuxfs-",
          "pi4j-plugin-raspberrypi-",
          "picocli-",
          "protobuf-java-",
          "slf4j-api-",
          "snakeyaml-engine-",
          "tahu-core-",
          "uplot-");

  private BoardJars() {}

  /** How the names of the files begin that a board needs. */
  static List<String> names() {
    return NAMES;
  }

  /** Whether a board gets a jar of this file name. */
  public static boolean contain(String fileName) {
    return NAMES.stream().anyMatch(fileName::startsWith);
  }

  /**
   * Those of a board.
   *
   * @param lib the folder with all jars of a desktop
   * @return in the order of their names
   * @throws IOException when one is missing or there twice, naming it
   */
  public static List<Path> in(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      List<Path> jars =
          files.filter(file -> contain(String.valueOf(file.getFileName()))).sorted().toList();
      for (String name : NAMES) {
        requireOne(name, jars, lib);
      }
      return jars;
    }
  }

  private static void requireOne(String name, List<Path> jars, Path lib) throws IOException {
    long found =
        jars.stream().filter(jar -> String.valueOf(jar.getFileName()).startsWith(name)).count();
    if (found != 1) {
      throw new IOException(
          "%s: there should be one %s*.jar, there are %d; build again after mvn clean"
              .formatted(lib, name, found));
    }
  }
}
