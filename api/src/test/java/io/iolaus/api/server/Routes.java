package io.iolaus.api.server;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every route that a running server answers to, by its own account: methods and path patterns.
public final class Routes {
  private Routes() {}

  /// As `GET /api/v1/clusters/{id}`. What takes any method is there with each.
  public static Set<String> of(IolausServer server) {
    Set<String> routes = new TreeSet<>();
    for (HandlerMapping mapping : server.handlers()) {
      switch (mapping) {
        case RequestMappingInfoHandlerMapping methods ->
            methods.getHandlerMethods().keySet().forEach(info -> add(routes, info));
        case AbstractUrlHandlerMapping files -> {
          files.getHandlerMap().keySet().forEach(path -> routes.add("GET " + path));
          if (files.getRootHandler() != null) {
            routes.add("GET /");
          }
        }
        default -> {
          // Functions are the other kind that Spring knows; there are none here.
          if (!mapping.getClass().getSimpleName().equals("RouterFunctionMapping")) {
            throw new AssertionError("routes of an unknown kind: " + mapping.getClass());
          }
        }
      }
    }
    return routes;
  }

  private static void add(Set<String> routes, RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    for (String path : info.getPatternValues()) {
      for (RequestMethod method :
          methods.isEmpty()
              ? List.of(
                  RequestMethod.GET,
                  RequestMethod.POST,
                  RequestMethod.PUT,
                  RequestMethod.PATCH,
                  RequestMethod.DELETE)
              : List.copyOf(methods)) {
        routes.add(method + " " + path);
      }
    }
  }
}
