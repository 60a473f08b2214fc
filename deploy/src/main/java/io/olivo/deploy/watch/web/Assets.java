package io.olivo.deploy.watch.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of the page; there are no others, whatever path somebody asks for. */
final class Assets {
  private static final String PLOTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8");

  /**
   * One file.
   *
   * @param type as HTTP calls it
   * @param content not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // sent as it is; nobody compares two of them
  record Asset(String type, byte[] content) {}

  private final Map<String, Asset> files; // by path

  Assets() {
    Map<String, String> resources =
        Stream.of(
                "page.css",
                "page.js",
                "dom.js",
                "link.js",
                "robots.js",
                "commands.js",
                "list.js",
                "robot.js",
                "plots.js",
                "sketch.js")
            .collect(Collectors.toMap(name -> "/" + name, name -> name));
    resources.put("/", "index.html");
    resources.put("/lib/mqtt.esm.js", "lib/mqtt-5.16.0.esm.js");
    resources.put("/lib/uPlot.esm.js", PLOTS + "uPlot.esm.js");
    resources.put("/lib/uPlot.min.css", PLOTS + "uPlot.min.css");
    files =
        resources.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> read(entry.getValue())));
  }

  Optional<Asset> at(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private static Asset read(String resource) {
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    try (@Nullable InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the distribution lacks " + resource + "; build it again");
      }
      return new Asset(TYPES.getOrDefault(ending, "text/plain"), in.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
