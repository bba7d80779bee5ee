package io.iolaus.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// Whoever adds a route says whether its use is recorded.
class AuditedRoutesTest {

  private static final String FIGURES = "figures and ids of clusters, nothing of a person";

  /// Routes whose use is not recorded, and why.
  private static final Map<String, String> NOT_AUDITED =
      Map.ofEntries(
          Map.entry("SessionController.login", "records itself: nobody is logged in before"),
          Map.entry("SessionController.current", "who asks is told who they are"),
          Map.entry("SignOnController.ways", "the name of a provider"),
          Map.entry("SignOnController.begin", "nobody is logged in before"),
          Map.entry("SignOnController.back", "records itself: nobody is logged in before"),
          Map.entry("ContainerErrorController.error", "the form of an answer"),
          Map.entry("StatusController.status", FIGURES),
          Map.entry("ClusterController.list", FIGURES),
          Map.entry("ClusterController.attribution", FIGURES),
          Map.entry("LineageController.all", FIGURES),
          Map.entry("LineageController.of", FIGURES),
          Map.entry("LineageController.life", FIGURES),
          Map.entry("AlertController.list", FIGURES),
          Map.entry("AlertController.stream", FIGURES),
          Map.entry("RunController.list", FIGURES),
          Map.entry("SearchController.status", FIGURES),
          Map.entry("BatchController.list", "counts of lines"),
          Map.entry("BatchController.one", "counts of lines"),
          Map.entry("PreviewController.one", "asked for again and again; its start is recorded"),
          Map.entry("DecisionController.list", "what people said"),
          Map.entry("DecisionController.one", "what people said"),
          Map.entry("BulkActController.list", "what people said"),
          Map.entry(
              "BulkActController.one", "asked for again and again; its accounts are recorded"),
          Map.entry("BulkActController.stream", "figures; its accounts are recorded"),
          Map.entry("SuppressionController.list", "what people said"),
          Map.entry("SuppressionController.one", "what people said"),
          Map.entry("StatementController.list", "texts of statements"),
          Map.entry("DetectorController.list", "texts of rules"),
          Map.entry("DetectorController.one", "texts of rules"),
          Map.entry("DetectorController.precision", "figures of rules"),
          Map.entry("DetectorController.runs", "figures of rules"),
          Map.entry("DetectorController.versions", "texts of rules"),
          Map.entry("DetectorController.backtests", "figures of rules"));

  /// Asked with a body, and change nothing.
  private static final Set<String> READING =
      Set.of("SelectionController.draw", "SelectionController.export");

  @Test
  void everyRouteIsAuditedOrExceptedWithAReason() throws Exception {
    Map<String, Method> routes = routes();
    assertThat(routes).hasSizeGreaterThan(35);
    List<String> silent = new ArrayList<>();
    routes.forEach((name, method) -> {
      boolean audited = method.isAnnotationPresent(Audited.class);
      if (audited == NOT_AUDITED.containsKey(name)) {
        silent.add(name);
      }
    });
    assertThat(silent).as("neither audited nor excepted, or both").isEmpty();
    assertThat(routes.keySet()).as("excepted and gone").containsAll(NOT_AUDITED.keySet());
  }

  @Test
  void whatChangesSomethingIsAudited() throws Exception {
    routes()
        .forEach((name, method) -> {
          RequestMapping mapping =
              AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
          boolean reads =
              mapping == null
                  || List.of(mapping.method()).contains(RequestMethod.GET)
                  || mapping.method().length == 0;
          if (!reads && !READING.contains(name) && !name.equals("SessionController.login")) {
            Audited audited = method.getAnnotation(Audited.class);
            assertThat(audited).as(name).isNotNull();
            assertThat(audited.recording())
                .as(name)
                .isNotIn(Audited.Recording.ANSWER, Audited.Recording.BEFORE);
          }
        });
  }

  private static Map<String, Method> routes() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    Map<String, Method> routes = new TreeMap<>();
    for (var found : scanner.findCandidateComponents("io.iolaus.api")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      Arrays.stream(type.getDeclaredMethods())
          .filter(m -> AnnotatedElementUtils.hasAnnotation(m, RequestMapping.class))
          .forEach(m -> routes.put(type.getSimpleName() + "." + m.getName(), m));
    }
    return routes;
  }
}
