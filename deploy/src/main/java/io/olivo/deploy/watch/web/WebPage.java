package io.olivo.deploy.watch.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.olivo.deploy.session.Version;
import io.olivo.deploy.watch.web.Assets.Asset;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the page to browsers. It only hands out files that anybody may read: what a visitor may
 * see and do is the broker's to decide, by the login that the visitor gives it.
 */
public final class WebPage implements AutoCloseable {
  private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Assets assets = new Assets();
  private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final boolean local;
  private final String policy;
  private final Asset settings;

  private WebPage(InetSocketAddress at, URI broker) throws IOException {
    server = HttpServer.create(at, 0);
    local = at.getAddress().isLoopbackAddress();
    policy = policy(broker);
    settings =
        new Asset(
            "application/json",
            JSON.writeValueAsBytes(Map.of("ws", broker.toString(), "software", Version.text())));
    server.createContext("/", this::answer);
    server.setExecutor(visitors);
  }

  /**
   * Begins to serve.
   *
   * @param at where; port 0 for any free one
   * @param broker for the browser, such as ws://127.0.0.1:8083/mqtt
   * @throws IOException when the port is taken, among others
   */
  public static WebPage serve(InetSocketAddress at, URI broker) throws IOException {
    WebPage page = new WebPage(at, broker);
    page.server.start();
    return page;
  }

  /** The port it got. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Nothing but our files and that broker; no inline script, no frame around the stop button. */
  private static String policy(URI broker) {
    String where = broker.getScheme() + "://" + broker.getRawAuthority();
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self' "
        + where
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private void answer(HttpExchange visit) throws IOException {
    try (visit) {
      if (!isForUs(visit.getRequestHeaders())) {
        refuse(visit, 421, "ask for localhost");
      } else if (!Set.of("GET", "HEAD").contains(visit.getRequestMethod())) {
        refuse(visit, 405, "only GET");
      } else {
        serve(visit);
      }
    }
  }

  /** A page of somebody else whose name leads here must not read this one. */
  private boolean isForUs(Headers asked) {
    String host = Optional.ofNullable(asked.getFirst("Host")).orElse("");
    return !local || THIS_COMPUTER.contains(host.replaceFirst(":\\d+$", ""));
  }

  private void serve(HttpExchange visit) throws IOException {
    String path = visit.getRequestURI().getPath();
    @Nullable Asset file = path.equals("/settings.json") ? settings : assets.at(path).orElse(null);
    if (file == null) {
      refuse(visit, 404, "there is no such file");
    } else {
      send(visit, 200, file);
    }
  }

  private void refuse(HttpExchange visit, int status, String text) throws IOException {
    send(visit, status, new Asset("text/plain", text.getBytes(StandardCharsets.UTF_8)));
  }

  private void send(HttpExchange visit, int status, Asset file) throws IOException {
    Headers headers = visit.getResponseHeaders();
    headers.set("Content-Type", file.type());
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-cache");
    boolean head = visit.getRequestMethod().equals("HEAD");
    visit.sendResponseHeaders(status, head ? -1 : file.content().length);
    if (!head) {
      visit.getResponseBody().write(file.content());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    visitors.close();
  }
}
