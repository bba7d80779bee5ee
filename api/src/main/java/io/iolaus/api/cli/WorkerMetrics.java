package io.iolaus.api.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.iolaus.api.metrics.IngestMetrics;
import io.iolaus.api.metrics.TopicMetrics;
import io.iolaus.cypher.home.Home;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// What a worker that runs on counts, for Prometheus: `GET /api/v1/metrics` as a server has it,
/// with the same secret.
final class WorkerMetrics implements AutoCloseable {

  private static final String PATH = "/api/v1/metrics";
  private static final String BEARER = "Bearer ";
  private static final int LOWEST_PORT = 0;
  private static final int HIGHEST_PORT = 65_535;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final IngestMetrics ingest = new IngestMetrics(registry);
  private final TopicMetrics topic = new TopicMetrics(registry);
  private final byte[] secret;
  private final HttpServer server;

  private WorkerMetrics(byte[] secret, HttpServer server) {
    this.secret = secret;
    this.server = server;
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Serves them at `PORT` of this machine alone, or at `HOST:PORT`.
  ///
  /// @throws CommandException if that is no address, or taken
  static WorkerMetrics serve(String address, Home home) {
    InetSocketAddress socket = socket(address);
    byte[] secret = home.secret("metrics.password").getBytes(StandardCharsets.UTF_8);
    try {
      return new WorkerMetrics(secret, HttpServer.create(socket, 0));
    } catch (IOException e) {
      throw new CommandException(
          "cannot serve metrics at " + address + " (" + e.getMessage() + "): choose another port",
          e);
    }
  }

  /// Serves them where an address is given.
  static @Nullable WorkerMetrics serveIf(@Nullable String address, Home home) {
    return address == null ? null : serve(address, home);
  }

  private static InetSocketAddress socket(String address) {
    int colon = address.lastIndexOf(':');
    String host = colon < 0 ? "127.0.0.1" : address.substring(0, colon);
    try {
      int port = Integer.parseInt(address.substring(colon + 1));
      if (port >= LOWEST_PORT && port <= HIGHEST_PORT && !host.isEmpty()) {
        InetSocketAddress socket = new InetSocketAddress(host, port);
        if (!socket.isUnresolved()) {
          return socket;
        }
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new CommandException("--metrics takes PORT or HOST:PORT, not " + address);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        send(exchange, 404, "see " + PATH + "\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, "GET only\n");
      } else if (!isAllowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        send(exchange, 401, "the secret is in the home: secrets/metrics.password\n");
      } else {
        send(exchange, 200, registry.scrape());
      }
    }
  }

  private boolean isAllowed(@Nullable String authorization) {
    return authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), secret);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /// What the load counts.
  IngestMetrics ingest() {
    return ingest;
  }

  /// How far behind its topic the worker is.
  TopicMetrics topic() {
    return topic;
  }

  /// The port they are served at.
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    collections.close();
    registry.close();
  }
}
