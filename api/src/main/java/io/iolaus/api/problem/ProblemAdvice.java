package io.iolaus.api.problem;

import io.iolaus.cypher.audit.AuditUnavailableException;
import io.iolaus.cypher.backtest.PublishRefusedException;
import io.iolaus.cypher.detector.InvalidDetectorsException;
import io.iolaus.cypher.explain.UnexplainedException;
import io.iolaus.cypher.once.OnceLostException;
import io.iolaus.cypher.read.DeadlineException;
import jakarta.validation.ConstraintViolationException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// The one way out for errors.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> known(ProblemException e) {
    HttpHeaders headers = new HttpHeaders(retrying(e.problem()));
    e.headers().forEach((name, values) -> headers.put(name, values));
    return ResponseEntity.status(e.problem().status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(e.problem().detailed());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> badArgument(IllegalArgumentException e) {
    return answer(invalid(String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalidDetectors(InvalidDetectorsException e) {
    return answer(
        new Problem(
            HttpStatus.UNPROCESSABLE_CONTENT, "detector-invalid", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> publishRefused(PublishRefusedException e) {
    return answer(
        new Problem(HttpStatus.CONFLICT, "publish-refused", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexplained(UnexplainedException e) {
    return answer(
        new Problem(HttpStatus.CONFLICT, "not-explained", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> auditUnavailable(AuditUnavailableException e) {
    log.error("nothing was done, because it cannot be recorded: {}", e.getMessage());
    return answer(
        new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "audit-unavailable",
            "This cannot be recorded now, so nothing was shown or done; try again in a moment, or"
                + " look into the log"));
  }

  @ExceptionHandler({
    ServiceUnavailableException.class,
    SessionExpiredException.class,
    TransientException.class
  })
  ResponseEntity<ProblemDetail> databaseGone(Neo4jException e) {
    log.warn("the database does not answer: {}", e.getMessage());
    return answer(Problem.databaseUnavailable());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> databaseRefused(ClientException e) {
    if (!e.code().startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) {
      return unexpected(e);
    }
    log.warn("a query took too long: {}", e.getMessage());
    return answer(databaseSlow());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(OnceLostException e) {
    return answer(
        new Problem(HttpStatus.CONFLICT, "idempotency-key-busy", String.valueOf(e.getMessage())));
  }

  /// Of a form, which no route takes.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(InvalidParameterException e) {
    return answer(
        new Problem(HttpStatus.BAD_REQUEST, "request-invalid", "The parameters cannot be read"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> late(DeadlineException e) {
    log.warn("a request took too long: {}", e.getMessage());
    return answer(databaseSlow());
  }

  private static Problem databaseSlow() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database-slow",
        "The database takes too long for this; ask for less, or try again in a moment");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception e) {
    String reference = UUID.randomUUID().toString();
    log.error("unexpected, reference {}", reference, e);
    return answer(
        new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong here; the log says what under the reference " + reference));
  }

  /// Nothing may follow what is on its way: the container cuts the connection.
  @ExceptionHandler
  void cutOff(CutOffException e) {
    throw e;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> violated(ConstraintViolationException e) {
    return answer(invalid(String.valueOf(e.getMessage())));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return boxed(invalid(e.getParameterName() + " is missing"));
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String name = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : "a parameter";
    return boxed(invalid(mismatch(name, e)));
  }

  private static String mismatch(String name, TypeMismatchException e) {
    // Of a list it is one of its elements that is wrong.
    return e.getCause() instanceof ConversionFailedException element
        ? mismatch(name, element.getTargetType().getType(), element.getValue())
        : mismatch(name, e.getRequiredType(), e.getValue());
  }

  private static String mismatch(String name, @Nullable Class<?> type, @Nullable Object value) {
    String remedy =
        type == null
            ? "another kind of value"
            : type.isEnum()
                ? "one of " + String.join(", ", Words.of(type).keySet())
                : type == String.class ? "text" : "a whole number";
    return name + " must be " + remedy + ", was " + value;
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail =
        e.getParameterValidationResults().stream()
            .flatMap(r ->
                r instanceof ParameterErrors errors
                    ? errors.getFieldErrors().stream()
                        .map(f -> f.getField() + " " + f.getDefaultMessage())
                    : r.getResolvableErrors().stream()
                        .map(m ->
                            r.getMethodParameter().getParameterName()
                                + " "
                                + m.getDefaultMessage()))
            .collect(Collectors.joining("; "));
    return boxed(invalid(detail));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail =
        e.getFieldErrors().stream().map(ProblemAdvice::told).collect(Collectors.joining("; "));
    return boxed(invalid(detail));
  }

  /// What is wrong with a part of a body or of the parameters that go together.
  private static String told(FieldError error) {
    if (error.contains(TypeMismatchException.class)) {
      return mismatch(error.getField(), error.unwrap(TypeMismatchException.class));
    }
    return error.getField() + " " + error.getDefaultMessage();
  }

  /// A body that cannot be read: says where, and what may stand there.
  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return boxed(new Problem(HttpStatus.BAD_REQUEST, "request-invalid", BodyFaults.told(e)));
  }

  /// What Spring itself refuses: unknown routes, methods, media types, unreadable bodies.
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = refused(status, body);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.detailed());
  }

  static Problem refused(HttpStatusCode status, @Nullable Object body) {
    String told = body instanceof ProblemDetail detail ? detail.getDetail() : null;
    return switch (status.value()) {
      case 400 -> new Problem(status, "request-invalid", told == null ? "Bad request" : told);
      case 404 -> new Problem(status, "route-not-found", "There is nothing at this address");
      case 405 -> new Problem(status, "method-not-allowed", told == null ? "Not so" : told);
      case 406 ->
          new Problem(status, "not-acceptable", "Answers are JSON: accept application/json");
      case 413 -> new Problem(status, "too-large", "The request is too large");
      case 415 ->
          new Problem(
              status,
              "media-type-unsupported",
              "Send another content type: application/json, where the description of the route"
                  + " names no other");
      default ->
          new Problem(status, "http-" + status.value(), told == null ? "Not possible" : told);
    };
  }

  private static Problem invalid(String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, "parameter-invalid", detail);
  }

  private static HttpHeaders retrying(Problem problem) {
    HttpHeaders headers = new HttpHeaders();
    problem.retryAfter().ifPresent(s -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(s)));
    return headers;
  }

  private static ResponseEntity<ProblemDetail> answer(Problem problem) {
    return ResponseEntity.status(problem.status())
        .headers(retrying(problem))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.detailed());
  }

  private static ResponseEntity<Object> boxed(Problem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.detailed());
  }
}
