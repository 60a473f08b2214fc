package io.olivo.deploy.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the broker keeps its files, and the settings it reads from there. */
final class BrokerFolders {
  private static final String SETTINGS =
      """
      <hivemq>
        <listeners>
          <tcp-listener>
            <port>PORT</port>
            <bind-address>127.0.0.1</bind-address>
          </tcp-listener>
          <websocket-listener>
            <port>WEB</port>
            <bind-address>127.0.0.1</bind-address>
            <path>/mqtt</path>
            <subprotocols>
              <subprotocol>mqtt</subprotocol>
            </subprotocols>
          </websocket-listener>
        </listeners>
        <persistence>
          <mode>MODE</mode>
        </persistence>
        <anonymous-usage-statistics>
          <enabled>false</enabled>
        </anonymous-usage-statistics>
      </hivemq>
      """;

  private final Path root;
  private final boolean temporary;

  private BrokerFolders(Path root, boolean temporary) {
    this.root = root;
    this.temporary = temporary;
  }

  /** Folders that live as long as the broker; retained messages are kept in memory. */
  static BrokerFolders temporary() throws IOException {
    return new BrokerFolders(Files.createTempDirectory("olivo-broker"), true);
  }

  /** Folders that stay; retained messages outlive the broker. */
  static BrokerFolders in(Path stateFolder) {
    return new BrokerFolders(stateFolder, false);
  }

  void prepare(int port, int webPort) throws IOException {
    for (Path folder : List.of(config(), data(), extensions())) {
      Files.createDirectories(folder);
    }
    String mode = temporary ? "in-memory" : "file";
    String settings = SETTINGS.replace("PORT", Integer.toString(port));
    settings = settings.replace("WEB", Integer.toString(webPort)).replace("MODE", mode);
    Files.writeString(config().resolve("config.xml"), settings);
  }

  Path config() {
    return root.resolve("config");
  }

  Path data() {
    return root.resolve("data");
  }

  Path extensions() {
    return root.resolve("extensions");
  }

  /** Deletes what was temporary. What can't be deleted is left to the system. */
  void discard() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | java.io.UncheckedIOException gone) {
      // somebody else deleted it
    }
  }
}
