package io.iolaus.api.security;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import java.net.http.HttpResponse;

/// What a browser does to log in, and with the cookies it gets.
public final class Logins {
  private Logins() {}

  /// Sends name and password as the page does.
  public static HttpResponse<String> login(IolausServer server, String name, String password) {
    Client anonymous = Client.anonymous(server);
    String token = cookie(anonymous.get("/api/v1/session"), "XSRF-TOKEN");
    return anonymous
        .with("Cookie", token, "X-XSRF-TOKEN", value(token))
        .send(
            "POST",
            "/api/v1/session",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  /// Logs in; whatever is due then is still due.
  public static Client session(IolausServer server, String name, String password) {
    HttpResponse<String> login = login(server, name, password);
    if (login.statusCode() != 200) {
      throw new AssertionError(name + ": " + login.statusCode() + " " + login.body());
    }
    return following(server, login);
  }

  /// The session that an answer has begun, or given a new id.
  public static Client following(IolausServer server, HttpResponse<?> answer) {
    String token = cookie(answer, "XSRF-TOKEN");
    return Client.anonymous(server)
        .with(
            "Cookie",
            cookie(answer, "IOLAUS-SESSION") + "; " + token,
            "X-XSRF-TOKEN",
            value(token));
  }

  static String cookie(HttpResponse<?> response, String name) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith(name) && !c.contains("Max-Age=0"))
        .reduce((first, last) -> last)
        .map(c -> c.substring(0, c.indexOf(';')))
        .orElseThrow(() -> new AssertionError(response.headers().toString()));
  }

  static String value(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1);
  }
}
