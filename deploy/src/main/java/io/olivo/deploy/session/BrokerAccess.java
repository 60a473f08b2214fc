package io.olivo.deploy.session;

import io.olivo.controller.link.LinkConfig;
import io.olivo.controller.link.Tls;
import io.olivo.deploy.robot.LinkSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How every verb gets to a broker: the address, the login, and the files for TLS. The one place
 * that reads a password. It is in a file or in the environment, and leaves this class only towards
 * the broker.
 *
 * @param broker address
 * @param login null for none
 * @param tls for addresses that begin with ssl or wss
 */
public record BrokerAccess(URI broker, LinkConfig.@Nullable Login login, Tls tls) {
  /** In the environment: name at the broker. */
  public static final String USER = "OLIVO_MQTT_USER";

  /** In the environment: password at the broker. */
  public static final String PASSWORD = "OLIVO_MQTT_PASSWORD";

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** For a broker that wants no login. */
  public static BrokerAccess open(URI broker) {
    return new BrokerAccess(broker, null, Tls.PLATFORM);
  }

  /**
   * As the robot file and this process's environment say.
   *
   * @throws IllegalArgumentException when the password can't be had, saying what to do
   */
  public static BrokerAccess of(LinkSpec link, URI broker) {
    return of(link, broker, System.getenv());
  }

  /**
   * As the robot file and an environment say; the environment counts more.
   *
   * @throws IllegalArgumentException when the password can't be had, saying what to do
   */
  public static BrokerAccess of(LinkSpec link, URI broker, Map<String, String> environment) {
    Optional<String> user =
        Optional.ofNullable(environment.get(USER)).filter(name -> !name.isEmpty()).or(link::user);
    LinkConfig.Login login =
        user.map(name -> new LinkConfig.Login(name, password(link, environment))).orElse(null);
    if (login == null && (environment.containsKey(PASSWORD) || link.passwordFile().isPresent())) {
      throw new IllegalArgumentException(
          "there is a password but no name for it: give link.user, or set " + USER);
    }
    return new BrokerAccess(broker, login, link.tls());
  }

  private static String password(LinkSpec link, Map<String, String> environment) {
    String given = environment.get(PASSWORD);
    if (given != null) {
      return given;
    }
    return link.passwordFile()
        .map(BrokerAccess::read)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "link.user needs a password: give link.password_file, or set " + PASSWORD));
  }

  /** The first line, as ssh and mosquitto_passwd would have it: nobody else may read the file. */
  private static String read(Path file) {
    try {
      requirePrivate(file);
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "link.password_file: "
              + file
              + " cannot be read; make it: (umask 077; cat >"
              + file
              + ")",
          e);
    }
  }

  private static void requirePrivate(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> found = EnumSet.noneOf(PosixFilePermission.class);
    found.addAll(Files.getPosixFilePermissions(file));
    found.retainAll(OTHERS);
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          "link.password_file: others may read %s; take that from them: chmod 600 %s"
              .formatted(file, file));
    }
  }

  /** A link's settings. */
  public LinkConfig config(String clientId) {
    LinkConfig plain = LinkConfig.plain(broker, clientId).withTls(tls);
    return login == null ? plain : plain.withLogin(login.user(), login.password());
  }

  /** Whether a password would cross a network for everybody to read. */
  public boolean tellsPassword() {
    boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(broker.getHost());
    return login != null && !here && Set.of("tcp", "ws").contains(broker.getScheme());
  }
}
