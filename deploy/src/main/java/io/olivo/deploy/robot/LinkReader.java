package io.olivo.deploy.robot;

import io.olivo.controller.link.Tls;
import io.olivo.sensors.Unit;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the link to the outside. */
final class LinkReader {
  private static final List<String> SCHEMES = List.of("tcp", "ssl", "ws", "wss");
  private static final List<String> SECURE = List.of("ssl", "wss");
  private static final int MQTT = 1883;
  private static final int MQTT_TLS = 8883;

  private final Path robotFile;

  /** Files are named from beside the robot file. */
  LinkReader(Path robotFile) {
    this.robotFile = robotFile;
  }

  LinkSpec read(Fields link, double rateHertz) {
    Field telemetry = link.field("telemetry");
    double hertz = telemetry.quantity(Unit.HERTZ);
    if (link.has("telemetry") && (hertz <= 0 || hertz > rateHertz)) {
      telemetry.refuse(
          telemetry.quoted() + " must be above 0 Hz and at most the loop's rate; 20 Hz is plenty");
    }
    URI broker = broker(link.field("broker"));
    List<Path> trusted = link.field("trusted_keys").items().stream().map(this::file).toList();
    return new LinkSpec(
        Optional.ofNullable(broker),
        Math.min(hertz, rateHertz),
        Optional.of(link.field("user").text()).filter(user -> !user.isEmpty()),
        Optional.ofNullable(fileOrNull(link.field("password_file"))),
        tls(link, broker),
        trusted);
  }

  private Tls tls(Fields link, @Nullable URI broker) {
    Fields files = link.block("tls");
    Field field = link.field("tls");
    if (link.has("tls") && broker != null && !SECURE.contains(broker.getScheme())) {
      field.refuse("needs a broker whose address begins with ssl:// or wss://");
    }
    Tls tls =
        field.attempt(
            () ->
                new Tls(
                    fileOrNull(files.field("ca")),
                    fileOrNull(files.field("certificate")),
                    fileOrNull(files.field("key"))));
    return tls == null ? Tls.PLATFORM : tls;
  }

  private @Nullable Path fileOrNull(Field field) {
    return field.text().isEmpty() ? null : file(field);
  }

  private Path file(Field field) {
    try {
      return robotFile.resolveSibling(field.text());
    } catch (InvalidPathException odd) {
      field.refuse(field.quoted() + " can't be the name of a file");
      return robotFile;
    }
  }

  private static @Nullable URI broker(Field field) {
    String text = field.text();
    if (text.isEmpty()) {
      return null;
    }
    if (text.contains("@")) {
      field.refuse("has a user or password in it; a robot file is shared, so leave them out");
      return null;
    }
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (scheme != null && SCHEMES.contains(scheme) && uri.getHost() != null) {
        return withPort(uri, field);
      }
    } catch (URISyntaxException odd) {
      // falls through to the one message for both
    }
    field.refuse(
        field.quoted() + " is no address of a broker; write for example tcp://localhost:1883");
    return null;
  }

  private static @Nullable URI withPort(URI uri, Field field) throws URISyntaxException {
    if (uri.getPort() == 0 || uri.getPort() > 65535) {
      field.refuse(field.quoted() + " has an impossible port; write for example 1883");
      return null;
    }
    int usual = uri.getScheme().endsWith("s") || "ssl".equals(uri.getScheme()) ? MQTT_TLS : MQTT;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return new URI(uri.getScheme(), null, uri.getHost(), port, uri.getPath(), null, null);
  }
}
