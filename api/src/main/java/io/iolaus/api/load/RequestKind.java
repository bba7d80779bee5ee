package io.iolaus.api.load;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// How much a request asks for.
enum RequestKind {
  /// A click.
  ORDINARY,
  /// One that reads much, or thinks long.
  HEAVY,
  /// A file that is written as it is read, for as long as the reader takes.
  EXPORT,
  /// What keeps its own bounds, or must be answered however busy the server is.
  FREE;

  private record Rule(RequestKind kind, HttpMethod method, PathPattern path) {
    Rule(RequestKind kind, HttpMethod method, String path) {
      this(kind, method, PathPatternParser.defaultInstance.parse(path));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(HEAVY, HttpMethod.GET, "/api/v1/clusters/{id}/explanation"),
          new Rule(HEAVY, HttpMethod.GET, "/api/v1/clusters/{id}/members/explanation"),
          new Rule(HEAVY, HttpMethod.GET, "/api/v1/clusters/{id}/subgraph/bundles/{key}"),
          new Rule(HEAVY, HttpMethod.POST, "/api/v1/clusters/{id}/previews"),
          new Rule(HEAVY, HttpMethod.POST, "/api/v1/subgraphs"),
          new Rule(HEAVY, HttpMethod.GET, "/api/v1/entities/account/explanation"),
          new Rule(HEAVY, HttpMethod.GET, "/api/v1/paths"),
          new Rule(HEAVY, HttpMethod.POST, "/api/v1/search/prompts"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/audit/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/clusters/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/clusters/{id}/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/clusters/{id}/members/export"),
          new Rule(EXPORT, HttpMethod.POST, "/api/v1/subgraphs/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/entities/{type}/neighbours/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/decisions/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/cases/{id}/items/export"),
          new Rule(EXPORT, HttpMethod.GET, "/api/v1/batches/{id}/rejections"),
          new Rule(EXPORT, HttpMethod.POST, "/api/v1/cases/{id}/hand-over"),
          new Rule(FREE, HttpMethod.GET, "/api/v1/acts/{id}/stream"),
          new Rule(FREE, HttpMethod.GET, "/api/v1/alerts/stream"),
          new Rule(FREE, HttpMethod.POST, "/api/v1/events"),
          new Rule(FREE, HttpMethod.GET, "/api/v1/health"),
          new Rule(FREE, HttpMethod.GET, "/api/v1/metrics"),
          new Rule(FREE, HttpMethod.DELETE, "/api/v1/session"));

  private static final PathPattern CHART =
      PathPatternParser.defaultInstance.parse("/api/v1/clusters/{id}/subgraph");

  static RequestKind of(HttpServletRequest request) {
    PathContainer path =
        ServletRequestPathUtils.hasParsedRequestPath(request)
            ? ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()
            : ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    if (!path.value().startsWith("/api/")) {
      return FREE;
    }
    HttpMethod asked = HttpMethod.valueOf(request.getMethod());
    HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
    if (CHART.matches(path)) {
      return "full".equals(request.getParameter("level")) ? HEAVY : ORDINARY;
    }
    return RULES.stream()
        .filter(rule -> rule.method().equals(method) && rule.path().matches(path))
        .map(Rule::kind)
        .findFirst()
        .orElse(ORDINARY);
  }
}
