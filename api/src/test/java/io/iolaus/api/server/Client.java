package io.iolaus.api.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program or a browser that talks to a running server.
public final class Client {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String[] headers;

  private Client(String base, String... headers) {
    this.base = base;
    this.headers = headers;
  }

  public static Client anonymous(IolausServer server) {
    return new Client(server.url());
  }

  public static Client basic(IolausServer server, String password) {
    return basic(server, "admin", password);
  }

  public static Client basic(IolausServer server, String user, String password) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return new Client(server.url(), "Authorization", "Basic " + credentials);
  }

  public static Client bearer(IolausServer server, String secret) {
    return new Client(server.url(), "Authorization", "Bearer " + secret);
  }

  /// The same with further headers, as names and values.
  public Client with(String... more) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + more.length);
    System.arraycopy(more, 0, all, headers.length, more.length);
    return new Client(base, all);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  public JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  public HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, body, BodyHandlers.ofString());
  }

  /// Sends a body of any kind, with the headers that {@link #with} gave.
  public HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).headers(headers).POST(body);
    return send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(String path) {
    return send("GET", path, null, BodyHandlers.ofByteArray());
  }

  /// Sends JSON, whatever bytes are the answer.
  public HttpResponse<byte[]> bytes(String method, String path, String body) {
    return send(method, path, body, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(
      String method, String path, String body, HttpResponse.BodyHandler<T> handler) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return send(request.build(), handler);
  }

  private static <T> HttpResponse<T> send(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return HTTP.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode parse(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }
}
