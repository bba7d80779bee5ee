package io.iolaus.api.security;

import io.iolaus.core.access.UserRole;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/// Who may use which route, as `routes.txt` has it. A route that is not there is refused to
/// everybody.
@Component
public final class RouteMatrix implements AuthorizationManager<RequestAuthorizationContext> {

  private static final String FILE = "routes.txt";

  /// Columns before those of the roles: method, path, anyone, due, token.
  private static final int FIRST_ROLE = 5;

  private final List<Route> routes;

  RouteMatrix() {
    this(text());
  }

  RouteMatrix(String text) {
    List<Route> read = new ArrayList<>();
    List<UserRole> columns = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String[] cells = line.strip().split("\\s+");
      if (columns.isEmpty()) {
        for (int i = FIRST_ROLE; i < cells.length; i++) {
          columns.add(UserRole.of(cells[i]).orElseThrow(() -> bad(line)));
        }
        if (!EnumSet.allOf(UserRole.class).equals(EnumSet.copyOf(columns))) {
          throw bad(line);
        }
      } else {
        read.add(route(line, cells, columns));
      }
    }
    // The most specific pattern that fits decides, as it does for Spring.
    this.routes = read.stream().sorted(Comparator.comparing(Route::path)).toList();
  }

  private static Route route(String line, String[] cells, List<UserRole> columns) {
    if (cells.length != FIRST_ROLE + columns.size()) {
      throw bad(line);
    }
    Set<UserRole> roles = EnumSet.noneOf(UserRole.class);
    for (int i = 0; i < columns.size(); i++) {
      if (flag(line, cells[FIRST_ROLE + i])) {
        roles.add(columns.get(i));
      }
    }
    return new Route(
        HttpMethod.valueOf(cells[0]),
        PathPatternParser.defaultInstance.parse(cells[1]),
        flag(line, cells[2]),
        due(line, cells[3]),
        flag(line, cells[4]),
        roles);
  }

  private static Set<Due> due(String line, String cell) {
    Set<Due> due = EnumSet.of(Due.NOTHING);
    for (int i = 0; i < cell.length(); i++) {
      switch (cell.charAt(i)) {
        case 'f' -> due.add(Due.SECOND_FACTOR);
        case 'p' -> due.add(Due.NEW_PASSWORD);
        case 'e' -> due.add(Due.ENROLMENT);
        case '.' -> {}
        default -> throw bad(line);
      }
    }
    return due;
  }

  private static boolean flag(String line, String cell) {
    return switch (cell) {
      case "x" -> true;
      case "." -> false;
      default -> throw bad(line);
    };
  }

  private static IllegalArgumentException bad(String line) {
    return new IllegalArgumentException(FILE + " cannot be read at: " + line);
  }

  private static String text() {
    try (InputStream in = RouteMatrix.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program came without " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All rows.
  List<Route> routes() {
    return routes;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
    Optional<Route> route = route(context.getRequest());
    return new AuthorizationDecision(
        route.isPresent()
            && (route.get().anyone()
                || (authentication.get() instanceof SignedIn user && route.get().allows(user))));
  }

  /// The row that a request falls under.
  Optional<Route> route(HttpServletRequest request) {
    HttpMethod asked = HttpMethod.valueOf(request.getMethod());
    // Whoever may read a thing may ask for its headers.
    HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
    return at(request).stream().filter(route -> route.method().equals(method)).findFirst();
  }

  /// The rows at the address of a request, whatever their method.
  List<Route> at(HttpServletRequest request) {
    PathContainer path =
        ServletRequestPathUtils.hasParsedRequestPath(request)
            ? ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()
            : ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    return routes.stream().filter(route -> route.path().matches(path)).toList();
  }

  /// Those of some scopes that do not reach beyond the roles: each route that a scope opens, one of
  /// the roles opens as well.
  public Set<UserRole> within(Collection<UserRole> scopes, Collection<UserRole> roles) {
    Set<UserRole> within = EnumSet.noneOf(UserRole.class);
    for (UserRole scope : scopes) {
      if (routes.stream()
          .filter(route -> route.roles().contains(scope))
          .allMatch(route -> roles.stream().anyMatch(route.roles()::contains))) {
        within.add(scope);
      }
    }
    return within;
  }
}
