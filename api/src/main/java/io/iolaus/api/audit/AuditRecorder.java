package io.iolaus.api.audit;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.audit.AuditLog;
import io.iolaus.cypher.audit.AuditUnavailableException;
import io.iolaus.cypher.backtest.PublishRefusedException;
import io.iolaus.cypher.detector.InvalidDetectorsException;
import io.iolaus.cypher.explain.UnexplainedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerMapping;

/// Records one request to an [Audited] route: [#open] when it comes, [Use#begin] when its
/// parameters are read, [Use#end] when its answer or its end is known.
@Component
final class AuditRecorder {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final AuditLog audit;
  private final AuditFold fold;

  AuditRecorder(AuditLog audit, AuditFold fold) {
    this.audit = audit;
    this.fold = fold;
  }

  Use open(Audited audited, HttpServletRequest request) {
    return new Use(audited, request);
  }

  /// One request.
  final class Use {

    private final Audited audited;
    private final AuditActor actor; // as it was when the request came: a logout ends it
    private final Map<String, String> variables = new HashMap<>();
    private String object;
    private @Nullable String reason;
    private AuditLog.@Nullable Begun begun;
    private boolean recorded;

    private Use(Audited audited, HttpServletRequest request) {
      this.audited = audited;
      this.actor = RequestActors.of(request);
      if (READS.contains(request.getMethod())) {
        // Of other requests that would read the body, which is the route's.
        request.getParameterMap().forEach((name, values) -> variables.put(name, values[0]));
      }
      if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
          instanceof Map<?, ?> found) {
        found.forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
      }
      this.object = variables.getOrDefault(audited.id(), "");
    }

    /// The parameters are read and right: what follows may change something.
    void begin(@Nullable Object[] arguments) {
      for (Object argument : arguments) {
        if (argument instanceof AuditedBody body) {
          object = body.auditedObject().isEmpty() ? object : body.auditedObject();
          reason = body.auditedReason();
        }
      }
      switch (audited.recording()) {
        case ANSWER, AFTERWARDS, FOLDED -> {}
        case BEFORE -> {
          audit.append(note(AuditOutcome.ALLOWED, Map.of()));
          recorded = true;
        }
        case CHANGE -> begun = audit.begin(note(AuditOutcome.UNKNOWN, Map.of()));
      }
    }

    /// It was let through.
    void allowed() {
      end(note(AuditOutcome.ALLOWED, Map.of()));
    }

    /// It ended with an error.
    void ended(Throwable error) {
      Map<String, String> detail =
          error instanceof ProblemException problem
              ? Map.of("code", problem.problem().code())
              : Map.of();
      if (refuses(error)) {
        end(note(AuditOutcome.REFUSED, detail));
        return;
      }
      try {
        end(note(AuditOutcome.FAILED, detail));
      } catch (AuditUnavailableException e) {
        error.addSuppressed(e); // one reason for both, most likely: the database is away
      }
    }

    private void end(AuditNote note) {
      if (recorded) {
        return;
      }
      recorded = true;
      if (begun != null) {
        audit.end(begun, note);
        return;
      }
      switch (audited.recording()) {
        case ANSWER, BEFORE, CHANGE -> audit.append(note);
        case FOLDED -> fold.add(note);
        case AFTERWARDS -> {
          try {
            audit.append(note);
          } catch (AuditUnavailableException e) {
            fold.add(note);
          }
        }
      }
    }

    private AuditNote note(AuditOutcome outcome, Map<String, String> detail) {
      String type = audited.type();
      if (type.startsWith("{")) {
        type = variables.getOrDefault(type.substring(1, type.length() - 1), "");
      }
      return AuditNote.of(actor, audited.value(), type, object, outcome, reason, detail);
    }
  }

  private static boolean refuses(Throwable error) {
    return switch (error) {
      case ProblemException e -> e.problem().status().is4xxClientError();
      case ErrorResponse e -> e.getStatusCode().is4xxClientError();
      default ->
          error instanceof IllegalArgumentException
              || error instanceof InvalidDetectorsException
              || error instanceof PublishRefusedException
              || error instanceof UnexplainedException
              || error instanceof TypeMismatchException
              || error instanceof HttpMessageNotReadableException;
    };
  }
}
